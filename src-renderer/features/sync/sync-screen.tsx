/** The exchange with the team's server, and the desk where conflicts are settled. */
import { Route, Switch } from 'wouter';
import { ConflictDesk } from './conflict-desk.tsx';
import { SyncHome } from './sync-home.tsx';

export function SyncScreen() {
  return (
    <Switch>
      <Route path="/sync/conflicts/:record?">{({ record }) => <ConflictDesk record={record} />}</Route>
      <Route>
        <SyncHome />
      </Route>
    </Switch>
  );
}
