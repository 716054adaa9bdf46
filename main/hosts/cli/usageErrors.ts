import type { CommanderError } from 'commander';
import type { Language } from '#shared/problems/problem.ts';

/** Chinese texts of the mistakes that commander finds, by its code; `{what}` is the word in quotes. */
const chinese: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有命令 {what}',
  'commander.unknownOption': '没有选项 {what}',
  'commander.missingArgument': '缺少参数 {what}',
  'commander.optionMissingArgument': '选项 {what} 缺少值',
  'commander.missingMandatoryOptionValue': '缺少必需的选项 {what}',
  'commander.invalidArgument': '选项 {what} 的值无效',
  'commander.conflictingOption': '选项 {what} 不能与所给的其他选项同时使用',
  'commander.excessArguments': '参数太多',
};

/** What was wrong with the way the command was called, in one line. */
export function usageErrorText(error: CommanderError, language: Language): string {
  const text = chinese[error.code];
  if (language === 'en' || text === undefined) return error.message;
  const what = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  // Commander names what it would have accepted in the last sentence.
  const accepted = /Allowed choices are (.+)\.$|\. (\d+–\d+)$/.exec(error.message);
  const hint = accepted?.[1] ?? accepted?.[2];
  return `错误：${text.replace('{what}', what)}${hint === undefined ? '' : `，可用：${hint}`}`;
}
