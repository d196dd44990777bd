/** Codes of what can be wrong with outside input; `docs/errors.md` says what to do about each. */
export const ERROR_CODES = [
  'not-found',
  'no-reports',
  'not-readable',
  'empty',
  'binary',
  'no-article',
  'too-slow',
  'bad-url',
  'robots',
  'private-address',
  'unreachable',
  'timeout',
  'too-many-redirects',
  'http-status',
  'too-large',
  'bad-encoding',
  'not-writable',
  'bad-speakers',
  'bad-policy',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Unusable outside input: what, which, and what to do. Only the edges throw it. */
export class HearsayError extends Error {
  readonly code: ErrorCode;
  /** Path or URL. */
  readonly origin: string | null;

  constructor(code: ErrorCode, message: string, origin: string | null = null) {
    super(message);
    this.name = 'HearsayError';
    this.code = code;
    this.origin = origin;
  }
}
