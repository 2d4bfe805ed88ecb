'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { ApiError } from './api.ts';
import { useWhenBack } from './use-when-back.ts';

/** A mutation that forgets that the server could not be reached as soon as it can: it would no longer be true. */
export function useSend<Data, Variables = void>(
  options: UseMutationOptions<Data, Error, Variables>,
): UseMutationResult<Data, Error, Variables> {
  const mutation = useMutation(options);
  const { error, reset } = mutation;
  useWhenBack(() => {
    if (error instanceof ApiError && error.code === 'unreachable') reset();
  });
  return mutation;
}
