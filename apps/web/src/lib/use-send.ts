'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiError } from './api.ts';
import { useStreamState } from './stream/stream-context.tsx';

/** A mutation that forgets that the server could not be reached as soon as it can: it would no longer be true. */
export function useSend<Data, Variables = void>(
  options: UseMutationOptions<Data, Error, Variables>,
): UseMutationResult<Data, Error, Variables> {
  const mutation = useMutation(options);
  const { error, reset } = mutation;
  const state = useStreamState();
  const before = useRef(state);
  useEffect(() => {
    const isBack = state === 'online' && before.current !== 'online';
    before.current = state;
    if (isBack && error instanceof ApiError && error.code === 'unreachable') reset();
  }, [state, error, reset]);
  return mutation;
}
