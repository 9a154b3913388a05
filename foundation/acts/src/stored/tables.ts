/** The tables of this room in the ledger. Lists and objects are canonical JSON text, times ISO 8601 in UTC. */
export interface ActsTables {
  readonly acts_instances: {
    readonly flow: string;
    readonly id: string;
    readonly flow_version: number;
    readonly version: number;
    readonly state: string;
    /** 1 while some act leads from the state. */
    readonly open: number;
    readonly organisation: string | null;
    readonly holder: string | null;
    readonly facts: string;
    readonly clocks: string;
  };
  readonly acts_history: {
    readonly flow: string;
    readonly id: string;
    readonly version: number;
    readonly act: string;
    readonly from_state: string | null;
    readonly to_state: string;
    readonly person: string;
    readonly on_behalf_of: string | null;
    readonly time: string;
    readonly input: string;
  };
  readonly acts_calendar: {
    /** Number of the act, and place in it. */
    readonly act: number;
    readonly place: number;
    readonly date: string;
    readonly kind: string;
    readonly name: string;
    readonly source: string;
    readonly why: string;
    readonly person: string;
    readonly on_behalf_of: string | null;
    readonly time: string;
  };
  readonly acts_notices: {
    readonly act: number;
    readonly place: number;
    readonly account: string;
    readonly words: string;
    readonly args: string;
    readonly made_at: string;
    readonly read_at: string | null;
    readonly mailed_at: string | null;
  };
  /** Letters that could not be sent yet; without address and text. */
  readonly acts_letters: {
    readonly notice: string;
    readonly attempts: number;
    readonly failed_at: string;
    readonly fault: string;
    readonly next_at: string | null;
  };
}
