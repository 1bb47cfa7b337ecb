/** The screens of call lists; what is in the way of a meeting is told by the feature of meetings. */
import { CallsScreen } from '#renderer/features/calls/calls-screen.tsx';
import { ConflictsOf } from '#renderer/features/meetings/plans/meeting-conflicts.tsx';

export function CallsPage() {
  return <CallsScreen conflicts={(time) => <ConflictsOf time={time} />} />;
}
