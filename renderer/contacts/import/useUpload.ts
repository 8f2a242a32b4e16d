import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import type { ImportPlan } from '../../../shared/contactImport.ts';
import { useAsk } from '../../data/ask.ts';
import { upload } from './upload.ts';

/** The upload of one file at a time; given up when its view goes. */
export function useUpload(onPlan: (plan: ImportPlan) => void) {
  const ask = useAsk();
  const [share, setShare] = useState(0);
  const isGivenUp = useRef(false);
  useEffect(() => {
    isGivenUp.current = false;
    return () => {
      isGivenUp.current = true;
    };
  }, []);

  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => {
      isGivenUp.current = false;
      setShare(0);
      return upload(ask, file, setShare, () => isGivenUp.current);
    },
    onSuccess: (plan) => {
      if (plan !== null) onPlan(plan);
    },
  });

  return {
    run: mutate,
    isPending,
    error,
    share,
    cancel: () => {
      isGivenUp.current = true;
    },
  };
}
