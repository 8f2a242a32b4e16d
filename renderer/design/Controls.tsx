import { useState } from 'react';

import { defaultSettings } from '../../shared/settings.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Icon } from '../components/Icon.tsx';
import { SearchField } from '../components/SearchField.tsx';
import { ChoiceSetting } from '../settings/ChoiceSetting.tsx';
import { CountrySetting } from '../settings/CountrySetting.tsx';
import { Field } from '../settings/Field.tsx';
import { NumberSetting } from '../settings/NumberSetting.tsx';
import { QuietHoursSetting } from '../settings/QuietHoursSetting.tsx';
import { SwitchSetting } from '../settings/SwitchSetting.tsx';
import { VolumeSetting } from '../settings/VolumeSetting.tsx';
import { WaysSetting } from '../settings/WaysSetting.tsx';
import { Specimen } from './Specimen.tsx';

const themes = ['system', 'light', 'dark'] as const;

/** What a hand or the keyboard does something with. */
export function Controls() {
  const [text, setText] = useState('');
  return (
    <>
      <Specimen name="Buttons">
        <button type="button" className="button">
          Usual
        </button>
        <button type="button" className="button primary">
          Primary
        </button>
        <button type="button" className="button danger">
          Danger
        </button>
        <button type="button" className="button">
          <Icon name="undo" />
          With an icon
        </button>
        <button type="button" className="button" disabled>
          Disabled
        </button>
        <button type="button" className="button square" aria-label="Square">
          <Icon name="note" />
        </button>
        <button type="button" className="button bare" aria-label="Bare">
          <Icon name="cross" />
        </button>
        <span className="buttons-joined">
          <button type="button" className="button">
            Settle
          </button>
          <button type="button" className="button" aria-label="More" aria-expanded={false}>
            <Icon name="chevron" />
          </button>
        </span>
        <CopyButton text="1002" label="number" />
        <CopyButton text="1002" label="number" isSquare />
        <a href="#/design">A link</a>
      </Specimen>
      <Specimen name="Search">
        <SearchField label="Search" placeholder="Name, number" value={text} onSearch={setText} />
      </Specimen>
      <Specimen name="Settings">
        <div className="section-body">
          <SwitchSetting name="missedNotices" label="Switch" hint="On or off, at once." value hold={undefined} />
          <SwitchSetting name="masked" label="Held" hint="By a start option." value={false} hold="policy" />
          <ChoiceSetting
            name="theme"
            label="Choice"
            hint="A few values, all of them in sight."
            choices={themes.map((value) => ({ value, label: value }))}
            value="system"
            hold={undefined}
          />
          <NumberSetting
            name="ringSilenceSeconds"
            label="Number"
            hint="Within bounds."
            unit="seconds"
            min={30}
            max={3600}
            value={60}
            hold={undefined}
          />
          <Field
            name="port"
            label="Refused"
            hint="What was wrong stands below."
            refusal="Port 80 is taken."
            hold={undefined}
          >
            {(ties) => <input {...ties} type="text" defaultValue="80" />}
          </Field>
          <CountrySetting value="CY" hold={undefined} />
          <VolumeSetting tone="bell" value={0.5} hold={undefined} />
          <QuietHoursSetting value={{ ...defaultSettings.quietHours, on: true }} hold={undefined} />
          <WaysSetting value={defaultSettings.ways} hold={undefined} />
        </div>
      </Specimen>
    </>
  );
}
