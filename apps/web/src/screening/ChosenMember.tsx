export interface ChosenMemberProps {
  readonly application: string;
  readonly current: string | null;
  readonly choose: (application: string) => void;
}

/** An application that is compared when it is chosen. */
export function ChosenMember({ application, current, choose }: ChosenMemberProps) {
  return (
    <button
      type="button"
      className="opens"
      data-member={application}
      aria-pressed={application === current}
      onClick={() => choose(application)}
    >
      <code>{application}</code>
    </button>
  );
}
