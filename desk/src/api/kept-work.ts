/** Work that is not on the server yet, as it is kept in the browser. */
export interface KeptWork {
  /** Raised when the shape changes: what an older desk kept is not read. */
  readonly format: number;
  readonly keptAt: string;
}

/** Where unsaved work of one kind is kept in the browser, so that it survives a reload, a crash and an outage. */
export interface WorkStore<Work extends KeptWork> {
  read(): Work | null;
  /** Whether it could be kept; not when the browser's storage is full or switched off. */
  keep(work: Work): boolean;
  discard(): void;
}

/**
 * The store of one piece of work of one person. It is synchronous: what is written when a page is closed is kept. Windows of
 * the same browser with the same work each have a place of their own while they are open, and the first one to open it
 * afterwards takes over what another one left.
 */
export function openWorkStore<Work extends KeptWork>(name: string, format: Work["format"]): WorkStore<Work> {
  const prefix = `desk.${name}`;
  const key = `${prefix}.${windowId()}`;
  return {
    read: () => readFrom<Work>(key, format) ?? adopt<Work>(prefix, key, format),
    keep: (work) => attempt(() => localStorage.setItem(key, JSON.stringify(work))),
    discard: () => void attempt(() => localStorage.removeItem(key)),
  };
}

function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

const WINDOW = "desk.window";

/** The id of this window, which a reload keeps; one that was duplicated shares it until it is closed. */
function windowId(): string {
  try {
    const id = sessionStorage.getItem(WINDOW) ?? crypto.randomUUID();
    sessionStorage.setItem(WINDOW, id);
    return id;
  } catch {
    return "only";
  }
}

function readFrom<Work extends KeptWork>(key: string, format: Work["format"]): Work | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    // Only this module writes below these keys; the format says which shape it wrote.
    return typeof read === "object" && read !== null && "format" in read && read.format === format
      ? (read as Work)
      : null;
  } catch {
    return null;
  }
}

/** How long ago another window must have kept its work, so that it is not open any more. */
const ABANDONED_MS = 2 * 60_000;

/** Takes over what a window that was closed has left. */
function adopt<Work extends KeptWork>(prefix: string, key: string, format: Work["format"]): Work | null {
  try {
    for (const other of Object.keys(localStorage).filter((each) => each.startsWith(`${prefix}.`))) {
      const work = readFrom<Work>(other, format);
      if (!work || Date.now() - Date.parse(work.keptAt) < ABANDONED_MS) continue;
      localStorage.setItem(key, JSON.stringify(work));
      localStorage.removeItem(other);
      return work;
    }
  } catch {
    return null;
  }
  return null;
}
