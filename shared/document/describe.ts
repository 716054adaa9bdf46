import { dataCheckMessages } from '#shared/data/checkData/messages.ts';
import { archiveMessages } from '#shared/data/archiveMessages.ts';
import { exampleMessages } from '#shared/data/exampleMessages.ts';
import { fileMessages } from '#shared/data/fileMessages.ts';
import { boxMessages } from '#shared/data/boxMessages.ts';
import { dataMessages } from '#shared/data/messages.ts';
import { tableMessages } from '#shared/data/tableMessages.ts';
import { blockMessages } from '#shared/document/blocks/messages.ts';
import { documentMessages } from '#shared/document/messages.ts';
import { graphMessages } from '#shared/graph/messages.ts';
import { layers } from '#shared/layers/index.ts';
import { describeProblem } from '#shared/problems/describeProblem.ts';
import { deviceMessages } from '#shared/problems/deviceMessages.ts';
import { engineMessages } from '#shared/problems/engineMessages.ts';
import { exportMessages } from '#shared/problems/exportMessages.ts';
import { installMessages } from '#shared/problems/installMessages.ts';
import { commonMessages } from '#shared/problems/messages.ts';
import { programMessages } from '#shared/problems/programMessages.ts';
import type { Language, MessageText, Messages, Problem } from '#shared/problems/problem.ts';
import { trainingMessages } from '#shared/training/messages.ts';

/** Every text of a problem that shared/ can find. */
export const allMessages: Messages = {
  ...Object.fromEntries(layers.flatMap((layer) => Object.entries(layer.messages ?? {}))),
  ...commonMessages,
  ...programMessages,
  ...engineMessages,
  ...deviceMessages,
  ...installMessages,
  ...exportMessages,
  ...graphMessages,
  ...dataMessages,
  ...exampleMessages,
  ...fileMessages,
  ...boxMessages,
  ...archiveMessages,
  ...dataCheckMessages,
  ...tableMessages,
  ...trainingMessages,
  ...documentMessages,
  ...blockMessages,
};

/** The text of a problem in the reader's language. */
export function describe(problem: Problem<unknown>, language: Language): MessageText {
  return describeProblem(problem, language, allMessages);
}
