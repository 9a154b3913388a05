import type { FastifyInstance } from 'fastify';
import type { Uploads } from '../uploads.js';
import { registerAccountRoutes } from './accounts.js';
import { registerActRoutes } from './acts.js';
import { registerAreaRoutes } from './areas.js';
import { registerCalendarRoutes } from './calendar.js';
import { registerCheckRoutes } from './checks.js';
import { registerClassificationRoutes } from './classifications.js';
import { registerDecisionRoutes } from './decisions.js';
import { registerDefinitionRoutes } from './definitions.js';
import { registerFigureRoutes } from './figures.js';
import { registerLoadRoutes } from './loads.js';
import { registerOfficeRoutes } from './office.js';
import { registerSettingRoutes } from './office-settings.js';
import { registerOrganisationRoutes } from './organisations.js';
import { registerOwnAccountRoutes } from './own-account.js';
import { registerPartyRoutes } from './parties.js';
import { registerProgrammeComparisonRoutes } from './programme-comparison.js';
import { registerProgrammeRoutes } from './programmes.js';
import { registerQuarantineRoutes } from './quarantine.js';
import { registerRecordRoutes } from './records.js';
import { registerReleaseRoutes } from './releases.js';
import { registerRoleRoutes } from './roles.js';
import type { RouteContext } from './route-context.js';
import { registerRunningRoutes } from './running.js';
import { registerSessionRoutes } from './session.js';
import { registerTableRoutes } from './tables.js';
import { uploadRoutes } from './uploads.js';
import { registerVerdictRoutes } from './verdicts.js';
import { registerVintageRoutes } from './vintages.js';
import { registerWorkRoutes } from './work.js';

/** Every address of the interface. */
export async function registerRoutes(server: FastifyInstance, context: RouteContext, uploads: Uploads): Promise<void> {
  registerOfficeRoutes(server, context);
  registerProgrammeRoutes(server, context);
  registerProgrammeComparisonRoutes(server, context);
  registerVerdictRoutes(server, context);
  registerFigureRoutes(server, context);
  registerDefinitionRoutes(server, context);
  registerTableRoutes(server, context);
  registerClassificationRoutes(server, context);
  registerRecordRoutes(server, context);
  registerReleaseRoutes(server, context);
  registerVintageRoutes(server, context);
  registerCheckRoutes(server, context);
  registerAreaRoutes(server, context);
  registerPartyRoutes(server, context);
  registerDecisionRoutes(server, context, uploads);
  registerQuarantineRoutes(server, context);
  registerRunningRoutes(server, context);
  registerLoadRoutes(server, context, uploads);
  await server.register(uploadRoutes(context, uploads));
  registerSessionRoutes(server, context);
  registerOwnAccountRoutes(server, context);
  registerOrganisationRoutes(server, context);
  registerAccountRoutes(server, context);
  registerRoleRoutes(server, context);
  registerActRoutes(server, context);
  registerCalendarRoutes(server, context);
  registerSettingRoutes(server, context);
  registerWorkRoutes(server, context);
  server.get('/api/openapi.json', { config: { permission: 'pages:read' }, schema: { hide: true } }, () =>
    server.swagger(),
  );
}
