import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { exportTargets } from '#shared/codegen/targets.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import { check } from '#main/hosts/cli/commands/check.ts';
import { devices } from '#main/hosts/cli/commands/devices.ts';
import { exportModel } from '#main/hosts/cli/commands/export.ts';
import { installDevice } from '#main/hosts/cli/commands/installDevice.ts';
import { inspect } from '#main/hosts/cli/commands/inspect.ts';
import { layers } from '#main/hosts/cli/commands/layers.ts';
import { newDocument } from '#main/hosts/cli/commands/new.ts';
import { newFromData } from '#main/hosts/cli/commands/newFromData.ts';
import { predict } from '#main/hosts/cli/commands/predict.ts';
import { raceDevices } from '#main/hosts/cli/commands/raceDevices.ts';
import { resume } from '#main/hosts/cli/commands/resume.ts';
import { serveCommand } from '#main/hosts/cli/commands/serve.ts';
import { summary } from '#main/hosts/cli/commands/summary.ts';
import { templates } from '#main/hosts/cli/commands/templates.ts';
import { train } from '#main/hosts/cli/commands/train.ts';
import { convert, prepare, submit } from '#main/hosts/cli/commands/writeData.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { texts } from '#main/hosts/cli/texts.ts';

/** The commands of `strata`. `done` hears the exit code of the one that ran. */
export function buildProgram(
  shell: Shell,
  version: string,
  done: (code: ExitCode) => void,
): Command {
  const { text } = shell;
  const option = (flags: string, doc: LocalText) => new Option(flags, text(doc));
  const argument = (name: string, doc: LocalText) => new Argument(name, text(doc));

  const titles = new Map(
    shell.language === 'en'
      ? []
      : [
          ['Usage:', '用法：'],
          ['Arguments:', '参数：'],
          ['Options:', '选项：'],
          ['Commands:', '命令：'],
        ],
  );

  const program = new Command('strata')
    .description(text(texts.program))
    .addOption(option('--lang <language>', texts.lang).choices(['en', 'zh-CN']))
    .version(version, '--version', text(texts.version))
    .helpOption('-h, --help', text(texts.help))
    .helpCommand('help [command]', text(texts.helpCommand))
    .addHelpText('after', `\n${text(texts.exitCodes)}`)
    .configureHelp({ styleTitle: (title) => titles.get(title) ?? title })
    // cli.ts says what was wrong, in the user's language.
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError()
    .exitOverride();
  const command = (name: string, doc: LocalText, parent = program) =>
    parent
      // Takes over the settings above.
      .command(name)
      .description(text(doc))
      .helpOption('-h, --help', text(texts.help))
      // May stand before or after the command.
      .addOption(option('--lang <language>', texts.lang).choices(['en', 'zh-CN']));

  command('templates', texts.templates)
    .addOption(option('--json', texts.json))
    .action(async (options: { json?: true }) => {
      done(await templates(shell, options));
    });
  command('layers', texts.layers)
    .addOption(option('--json', texts.json))
    .action((options: { json?: true }) => {
      done(layers(shell, options));
    });
  command('new', texts.new)
    .addOption(
      option('--template <id>', texts.templateOption).conflicts([
        'data',
        'target',
        'validation',
        'test',
      ]),
    )
    .addOption(option('--data <path>', texts.dataOption))
    .addOption(option('--validation <path>', texts.validationOption))
    .addOption(option('--test <path>', texts.testOption))
    .addOption(option('--target <name>', texts.targetOption))
    .addOption(option('-o, --output <file>', texts.newOutput).makeOptionMandatory())
    .action(
      async (
        {
          template,
          data,
          ...options
        }: Partial<Record<'template' | 'data' | 'validation' | 'test' | 'target', string>> & {
          output: string;
        },
        own: Command,
      ) => {
        if (data !== undefined) done(await newFromData(shell, { ...options, data }));
        else if (template !== undefined) done(await newDocument(shell, { ...options, template }));
        else
          own.error("error: required option '--template <id>' not specified", {
            code: 'commander.missingMandatoryOptionValue',
          });
      },
    );
  command('inspect', texts.inspect)
    .addArgument(argument('<files...>', texts.dataArgument))
    .addOption(option('--json', texts.json))
    .action(async (files: readonly string[], options: { json?: true }) => {
      done(await inspect(shell, files, options));
    });
  command('prepare', texts.prepare)
    .addArgument(argument('file', texts.file))
    .addOption(option('-o, --output <file>', texts.prepareOutput).makeOptionMandatory())
    .addOption(option('--allow-data', texts.allowData))
    .action(async (file: string, options: { output: string; allowData?: true }) => {
      done(await prepare(shell, file, options));
    });
  command('convert', texts.convert)
    .addArgument(argument('file', texts.dataArgument))
    .addOption(option('-o, --output <file>', texts.convertOutput).makeOptionMandatory())
    .action(async (file: string, options: { output: string }) => {
      done(await convert(shell, file, options));
    });
  command('submit', texts.submit)
    .addArgument(argument('run', texts.runFolder))
    .addOption(option('--input <path>', texts.submitInput).makeOptionMandatory())
    .addOption(option('-o, --output <file>', texts.submitOutput).makeOptionMandatory())
    .addOption(option('--id <column>', texts.idOption))
    .action(async (run: string, options: { input: string; output: string; id?: string }) => {
      done(await submit(shell, run, options));
    });
  command('check', texts.check)
    .addArgument(argument('file', texts.file))
    .addOption(option('--json', texts.json))
    .action(async (file: string, options: { json?: true }) => {
      done(await check(shell, file, options));
    });
  command('summary', texts.summary)
    .addArgument(argument('file', texts.file))
    .addOption(option('--json', texts.json))
    .action(async (file: string, options: { json?: true }) => {
      done(await summary(shell, file, options));
    });
  command('train', texts.train)
    .addArgument(argument('[file]', texts.file))
    .addOption(
      option('--resume <run>', texts.resumeOption).conflicts([
        'batchSize',
        'seed',
        'out',
        'fold',
        'folds',
      ]),
    )
    .addOption(option('--epochs <n>', texts.epochsOption).argParser(wholeNumber(1, 1_000_000)))
    .addOption(
      option('--batch-size <n>', texts.batchSizeOption).argParser(wholeNumber(1, 1_000_000)),
    )
    .addOption(option('--device <device>', texts.deviceOption).default('auto'))
    .addOption(option('--seed <n>', texts.seedOption).argParser(wholeNumber(0, 2 ** 31 - 1)))
    .addOption(option('--out <folder>', texts.outOption))
    .addOption(option('--fold <n>', texts.foldOption).argParser(wholeNumber(1, 20)))
    .addOption(option('--folds [n]', texts.foldsOption).argParser(wholeNumber(2, 20)))
    .addOption(option('--allow-data', texts.allowData))
    .addOption(option('--json', texts.trainJson))
    .action(
      async (
        file: string | undefined,
        {
          resume: run,
          device,
          ...options
        }: Parameters<typeof train>[2] & { readonly resume?: string },
        own: Command,
      ) => {
        // A run goes on where it was trained, unless the user says otherwise.
        const isChosen = own.getOptionValueSource('device') === 'cli';
        const onDevice = isChosen ? { device } : {};
        if (run !== undefined)
          done(await resume(shell, file, { ...options, ...onDevice, resume: run }));
        else if (file !== undefined) done(await train(shell, file, { ...options, device }));
        else
          own.error("error: missing required argument 'file'", {
            code: 'commander.missingArgument',
          });
      },
    );
  command('predict', texts.predict)
    .addArgument(argument('run', texts.runFolder))
    .addOption(option('--input <file>', texts.inputOption).makeOptionMandatory())
    .addOption(option('-o, --output <file>', texts.predictOutput))
    .action(async (run: string, options: { input: string; output?: string }) => {
      done(await predict(shell, run, options));
    });
  command('export', texts.export)
    .addArgument(argument('source', texts.fileOrRun))
    .addOption(
      option('--to <target>', texts.toOption)
        .choices(exportTargets.map(({ id }) => id))
        .makeOptionMandatory(),
    )
    .addOption(option('-o, --output <folder>', texts.exportOutput).makeOptionMandatory())
    .addOption(option('--no-weights', texts.noWeights))
    .addOption(option('--no-verify', texts.noVerify))
    .action(async (source: string, options: Parameters<typeof exportModel>[2]) => {
      done(await exportModel(shell, source, options));
    });
  const list = command('devices', texts.devices)
    .addOption(option('--race <file>', texts.raceOption))
    .addOption(option('--json', texts.json))
    .action(async ({ race, ...options }: { race?: string; json?: true }) => {
      done(
        await (race === undefined ? devices(shell, options) : raceDevices(shell, race, options)),
      );
    });
  command('install', texts.devicesInstall, list)
    .addArgument(argument('device', texts.deviceArgument))
    .action(async (device: string) => {
      done(await installDevice(shell, device));
    });
  command('serve', texts.serve)
    .addArgument(argument('[file]', texts.serveFile))
    .addOption(option('--port <n>', texts.portOption).argParser(wholeNumber(0, 65_535)))
    .addOption(option('--no-open', texts.noOpen))
    .addOption(
      option('--allow <folder>', texts.allowOption)
        .argParser((folder: string, before: readonly string[]) => [...before, folder])
        .default([], ''),
    )
    .action(async (file: string | undefined, options: Parameters<typeof serveCommand>[2]) => {
      done(await serveCommand(shell, file, options));
    });
  return program;
}

function wholeNumber(min: number, max: number): (typed: string) => number {
  return (typed) => {
    const value = /^\d{1,15}$/.test(typed) ? Number(typed) : NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`${min}–${max}`);
  };
}
