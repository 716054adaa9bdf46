import type { Handlers } from '#main/core/context.ts';
import { blockHandlers } from '#main/core/handlers/blockHandlers.ts';
import { dataHandlers } from '#main/core/handlers/dataHandlers.ts';
import { deviceHandlers } from '#main/core/handlers/deviceHandlers.ts';
import { documentHandlers } from '#main/core/handlers/documentHandlers.ts';
import { folderHandlers } from '#main/core/handlers/folderHandlers.ts';
import { hostHandlers } from '#main/core/handlers/hostHandlers.ts';
import { modelHandlers } from '#main/core/handlers/modelHandlers.ts';
import { recentHandlers } from '#main/core/handlers/recentHandlers.ts';
import { runHandlers } from '#main/core/handlers/runHandlers.ts';
import { templateHandlers } from '#main/core/handlers/templateHandlers.ts';

/** Every request's handler. A request without one does not compile. */
export const handlers: Handlers = {
  ...hostHandlers,
  ...deviceHandlers,
  ...templateHandlers,
  ...blockHandlers,
  ...recentHandlers,
  ...documentHandlers,
  ...folderHandlers,
  ...dataHandlers,
  ...runHandlers,
  ...modelHandlers,
};
