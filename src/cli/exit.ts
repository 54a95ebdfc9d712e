/** How a command ends. */

/** Exit codes, as the manual lists them. */
export const EXIT = {
  done: 0,
  /** The manuscripts have errors, or the program itself failed. */
  content: 1,
  usage: 2,
  /** The environment lacks something; the message says what to install. */
  environment: 3,
} as const;

/** Ends the command with one line for the user instead of a stack trace. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

/** The command was typed wrong. */
export function usageError(message: string): CommandError {
  return new CommandError(message, EXIT.usage);
}

/**
 * The exit code an error asks for. Rooms that may not import the command line carry the number on their errors;
 * anything else is a failure nobody foresaw.
 */
export function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') return error.exitCode;
  return undefined;
}
