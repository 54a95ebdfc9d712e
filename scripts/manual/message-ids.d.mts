export function messageIds(folder?: string): { ids: string[]; unknown: string[] };
