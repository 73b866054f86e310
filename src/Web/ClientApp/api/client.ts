import createClient from 'openapi-fetch';
import { currentToken } from '../auth/session';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Settings = Schemas['SettingsView'];
export type SignIn = Schemas['SignInView'];

/** What the server refused, in its own words and under its stable code. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: Record<string, string[]> = {},
  ) {
    super(detail);
  }
}

export const api = createClient<paths>({ baseUrl: location.origin });

api.use({
  onRequest({ request }) {
    const token = currentToken();
    if (token && !request.headers.has('Authorization')) request.headers.set('Authorization', `Bearer ${token}`);
    return request;
  },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body, or an ApiError; a server that cannot be reached is one too. */
export async function ask<T>(request: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await request;
  } catch {
    throw new ApiError(0, 'unreachable', 'The server cannot be reached.');
  }

  if (answer.error !== undefined || !answer.response.ok) {
    throw problemOf(answer.response.status, answer.error);
  }

  return answer.data as T;
}

export function problemOf(status: number, body: unknown): ApiError {
  const problem = (body ?? {}) as { code?: string; detail?: string; errors?: Record<string, string[]> };
  return new ApiError(status, problem.code ?? `http_${status}`, problem.detail ?? `HTTP ${status}`, problem.errors);
}
