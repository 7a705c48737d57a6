/** What the page keeps of one interview on this device; it lies encrypted as a whole. */
export interface Held {
  id: string;
  caseId: string;
  caseNumber: string;
  title: string;
  instrument: string;
  instrumentVersion: string;
  answers: Record<string, string>;
  declined: string[];
  state: 'open' | 'paused' | 'finished';
  /** The version of the server that this goes on from. */
  version: number;
  /** The key of the save that is to be sent; a new one with each change. */
  key: string;
  /** Keys that were sent and whose answer never came. */
  after: string[];
  /** Whether the server still lacks something of it. */
  unsent: boolean;
  savedAt: string;
  /** Where the interviewer was: the question's name. */
  place: string;
  /** All on one page, or one question a page. */
  whole: boolean;
}

/** What the server says of an interview. */
export interface Reading {
  id: string;
  caseId: string;
  caseNumber: string;
  title: string;
  instrument: string;
  instrumentVersion: string;
  state: Held['state'];
  savedAt: string;
  version: number;
  answers: { values: Record<string, string>; declined: string[] };
}

/** The page's words, from the page itself. */
export type Words = Record<string, string>;

/** An answer of the server, or why there is none. */
export type Heard<T> = { got: T } | { why: 'no-network' | 'signed-out' | 'refused'; code: string; text: string; fields: string[] };
