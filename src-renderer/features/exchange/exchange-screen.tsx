/** Import and export: the way in, the wizard, and the export, each at its own address. */
import { Route, Switch } from 'wouter';
import { ExchangeHome } from './exchange-home.tsx';
import { ExportScreen } from './export-screen.tsx';
import { ImportWizard } from './import-wizard.tsx';

export function ExchangeScreen() {
  return (
    <Switch>
      <Route path="/exchange/import">
        <ImportWizard />
      </Route>
      <Route path="/exchange/export">
        <ExportScreen />
      </Route>
      <Route>
        <ExchangeHome />
      </Route>
    </Switch>
  );
}
