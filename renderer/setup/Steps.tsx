import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { Reach, SelfTest } from '../../shared/reach.ts';
import type { SettingsView } from '../../shared/settings.ts';
import type { Status } from '../../shared/status.ts';
import { useHost } from '../bridge/host.ts';
import { useAsk } from '../data/ask.ts';
import { useReading } from '../data/queries.ts';
import { useKept } from '../data/useKept.ts';
import { StartAtLogin } from '../settings/StartAtLogin.tsx';
import { AddressStep } from './AddressStep.tsx';
import { CrmStep } from './CrmStep.tsx';
import { ReachStep } from './ReachStep.tsx';
import { Step } from './Step.tsx';
import { TryStep } from './TryStep.tsx';
import { YouStep } from './YouStep.tsx';

const names = ['you', 'reach', 'address', 'try', 'crm', 'login'] as const;
type Name = (typeof names)[number];

interface StepsProps {
  readonly view: SettingsView;
  readonly status: Status;
  /** Null while the core cannot tell. */
  readonly reach: Reach | null;
}

/**
 * One step open at a time, any of them at a click. What was done is kept as it is done, and the step that was open is open
 * again: nothing is lost by leaving.
 */
export function Steps({ view, status, reach }: StepsProps) {
  const t = useTranslations('setup');
  const ask = useAsk();
  const isDesktop = useHost() === 'electron';
  const { data: test } = useReading('selfTest.get', undefined);
  const confirm = useMutation({ mutationFn: () => ask('reach.confirmAddress', undefined) });
  const isDone = whatIsDone({ view, status, reach }, test ?? null);
  const steps = names.filter((name) => name !== 'login' || isDesktop);
  const [kept, keep] = useKept<Name | 'none'>('step of the set-up');
  // A step that is done stays open until the user goes on.
  const [first] = useState(() => steps.find((name) => !isDone[name]) ?? 'none');
  const open = kept ?? first;
  const isPublic = reach !== null && reach.webhook !== null;

  function goOn(from: Name, to: Name) {
    // Only of an address that the PBX was given it can be told later that it is another.
    if (from === 'address' && isPublic) confirm.mutate();
    keep(to);
  }

  const body: Readonly<Record<Name, ReactNode>> = {
    you: <YouStep view={view} />,
    reach: <ReachStep view={view} status={status} />,
    address: <AddressStep />,
    try: <TryStep lastEvent={status.lastEventAtUs} />,
    crm: <CrmStep view={view} />,
    login: <StartAtLogin view={view} />,
  };
  return (
    <ol className="steps">
      {steps.map((name, index) => {
        const next = steps[index + 1];
        return (
          <Step
            key={name}
            number={index + 1}
            title={t(name)}
            isDone={isDone[name]}
            isOptional={name === 'crm' || name === 'login'}
            isOpen={open === name}
            onOpen={(isOpen) => keep(isOpen ? name : 'none')}
            isUnready={name === 'reach' && !isDone.reach}
            continueWord={name === 'address' && isPublic ? t('pasted') : t('continue')}
            onContinue={next === undefined ? null : () => goOn(name, next)}
          >
            {body[name]}
          </Step>
        );
      })}
    </ol>
  );
}

function whatIsDone({ view, status, reach }: StepsProps, test: SelfTest | null): Readonly<Record<Name, boolean>> {
  const { settings, held } = view;
  const hasEvent = status.lastEventAtUs !== null;
  const isWithoutWay = reach === null || reach.state.kind === 'off';
  return {
    you: settings.extensions.length > 0,
    // Events that come without a way of Ringside's have one of their own.
    reach: reach?.state.kind === 'up' || (hasEvent && isWithoutWay),
    address: hasEvent,
    try: hasEvent || (test !== null && test.isOver && test.hops.every((hop) => hop.state !== 'failed')),
    // What the organisation has decided leaves nothing to do, whatever it is.
    crm: settings.crmUrl !== '' || held.crmUrl === 'policy',
    login: settings.startAtLogin || held.startAtLogin === 'policy',
  };
}
