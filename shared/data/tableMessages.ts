import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that tables can have. */
export const tableMessages: Messages = {
  'table.empty': {
    en: {
      sentence: '{file} holds no rows.',
      cause: 'The file is empty, or has nothing but a header.',
      remedy: 'Choose a file with at least one row of values.',
    },
    'zh-CN': {
      sentence: '{file} 里没有数据行。',
      cause: '文件是空的，或者只有表头。',
      remedy: '请选择至少有一行数据的文件。',
    },
  },
  'table.notATable': {
    en: {
      sentence: '{file} is not a table.',
      cause: 'It is neither text nor Parquet.',
      remedy: 'Choose a CSV, TSV, TXT, JSON, JSON Lines, Parquet or Excel file.',
    },
    'zh-CN': {
      sentence: '{file} 不是表格。',
      cause: '它既不是文本，也不是 Parquet。',
      remedy: '请选择 CSV、TSV、TXT、JSON、JSON Lines、Parquet 或 Excel 文件。',
    },
  },
  'table.unreadable': {
    en: {
      sentence: '{file} could not be read as a table.',
      cause: '{reason}',
      remedy: 'Check the file, or set its delimiter and encoding by hand.',
    },
    'zh-CN': {
      sentence: '无法把 {file} 作为表格读取。',
      cause: '{reason}',
      remedy: '请检查文件，或手动设置分隔符和编码。',
    },
  },
  'table.memory': {
    en: {
      sentence: '{file} needs more memory than reading may use.',
      cause: 'Reading a table uses at most {limit}.',
      remedy: 'Use fewer columns, or convert the file to Parquet first.',
    },
    'zh-CN': {
      sentence: '读取 {file} 需要的内存超过了允许的范围。',
      cause: '读取表格最多使用 {limit}。',
      remedy: '请减少列数，或先把文件转换为 Parquet。',
    },
  },
  'table.tooManyColumns': {
    en: {
      sentence: '{file} has {columns} columns; at most {limit} are read.',
      remedy:
        'Keep fewer columns. If the numbers of a row form a picture or a sequence, save them as NPY.',
    },
    'zh-CN': {
      sentence: '{file} 有 {columns} 列；最多读取 {limit} 列。',
      remedy: '请减少列数。如果一行的数值构成图像或序列，请另存为 NPY。',
    },
  },
  'table.columnsDiffer': {
    en: {
      sentence: '{file} lacks the column {column}.',
      cause: 'Its columns are {columns}.',
      remedy: 'Choose a file with the same columns, or set the feature to ignored.',
    },
    'zh-CN': {
      sentence: '{file} 缺少列 {column}。',
      cause: '它的列是 {columns}。',
      remedy: '请选择列相同的文件，或把该特征设为忽略。',
    },
  },
  'table.columnMissing': {
    en: {
      sentence: '{file} lacks the column {column}; all its values count as missing.',
      remedy: 'For predicting nothing is wrong. For training, choose a file that has it.',
    },
    'zh-CN': {
      sentence: '{file} 缺少列 {column}；它的值全部视为缺失。',
      remedy: '用于预测时没有问题；用于训练时，请选择包含该列的文件。',
    },
  },
  'table.changed': {
    en: {
      sentence: '{file} was changed while it was being read.',
      cause: 'Its size or time is no longer what it was when it was opened.',
      remedy: 'Wait until nothing writes to it, and read it again.',
    },
    'zh-CN': {
      sentence: '读取 {file} 时，文件被修改了。',
      cause: '它的大小或时间与打开时不同。',
      remedy: '请等待写入结束，然后重新读取。',
    },
  },
  'table.tooFewValues': {
    en: {
      sentence: 'Line {row} has {found} values, expected {expected}; it is left out.',
      cause: 'It reads “{text}”.',
      remedy: 'Mend the line in the file, or go on without it.',
    },
    'zh-CN': {
      sentence: '第 {row} 行有 {found} 个值，应有 {expected} 个；已略过。',
      cause: '内容为“{text}”。',
      remedy: '请在文件中修正该行，或不使用它继续。',
    },
  },
  'table.tooManyValues': {
    en: {
      sentence: 'Line {row} has {found} values, expected {expected}; it is left out.',
      cause: 'It reads “{text}”.',
      remedy: 'Mend the line in the file (a value with a comma needs quotes), or go on without it.',
    },
    'zh-CN': {
      sentence: '第 {row} 行有 {found} 个值，应有 {expected} 个；已略过。',
      cause: '内容为“{text}”。',
      remedy: '请在文件中修正该行（含逗号的值需要加引号），或不使用它继续。',
    },
  },
  'table.badQuotes': {
    en: {
      sentence:
        'Line {row} has a quote that is not closed or stands in the middle; it is left out.',
      cause: 'It reads “{text}”.',
      remedy: 'Mend the line in the file, or go on without it.',
    },
    'zh-CN': {
      sentence: '第 {row} 行的引号没有闭合，或位于值的中间；已略过。',
      cause: '内容为“{text}”。',
      remedy: '请在文件中修正该行，或不使用它继续。',
    },
  },
  'table.badJsonLine': {
    en: {
      sentence: 'Line {row} is not a JSON object; it is left out.',
      cause: 'It reads “{text}”.',
      remedy: 'Mend the line in the file, or go on without it.',
    },
    'zh-CN': {
      sentence: '第 {row} 行不是 JSON 对象；已略过。',
      cause: '内容为“{text}”。',
      remedy: '请在文件中修正该行，或不使用它继续。',
    },
  },
  'table.badLine': {
    en: {
      sentence: 'Line {row} cannot be read; it is left out.',
      cause: '{reason} It reads “{text}”.',
      remedy: 'Mend the line in the file, or go on without it.',
    },
    'zh-CN': {
      sentence: '第 {row} 行无法读取；已略过。',
      cause: '{reason} 内容为“{text}”。',
      remedy: '请在文件中修正该行，或不使用它继续。',
    },
  },
  'table.moreBadLines': {
    en: { sentence: '{count} more lines of {file} cannot be read and are left out.' },
    'zh-CN': { sentence: '{file} 中还有 {count} 行无法读取，已略过。' },
  },
  'table.manyMoreBadLines': {
    en: {
      sentence: 'More than {count} more lines of {file} cannot be read and are left out.',
      remedy: 'Check its delimiter: so many bad lines seldom come by chance.',
    },
    'zh-CN': {
      sentence: '{file} 中还有 {count} 行以上无法读取，已略过。',
      remedy: '请检查分隔符：这么多错误行很少是偶然的。',
    },
  },
  'table.notANumber': {
    en: {
      sentence: '{count} values of {column} are not numbers and count as missing.',
      cause: 'The first is “{value}” in row {row}.',
      remedy: 'Mend them in the file, fill them in a step, or read the column as category or text.',
    },
    'zh-CN': {
      sentence: '{column} 中有 {count} 个值不是数字，视为缺失。',
      cause: '第一个是第 {row} 行的“{value}”。',
      remedy: '请在文件中修正，用步骤填补，或把该列作为类别或文本读取。',
    },
  },
  'table.notADate': {
    en: {
      sentence: '{count} values of {column} are not dates and count as missing.',
      cause: 'The first is “{value}” in row {row}.',
      remedy: 'Mend them in the file, or read the column as text.',
    },
    'zh-CN': {
      sentence: '{column} 中有 {count} 个值不是日期，视为缺失。',
      cause: '第一个是第 {row} 行的“{value}”。',
      remedy: '请在文件中修正，或把该列作为文本读取。',
    },
  },
  'table.notFinite': {
    en: {
      sentence:
        '{count} values of {column} are infinite, not a number or beyond what is computed with, and count as missing.',
      cause: 'The first is {value} in row {row}; numbers reach to 3.4e38 (float32).',
      remedy: 'Fill them in a step, or mend them in the file.',
    },
    'zh-CN': {
      sentence: '{column} 中有 {count} 个值是无穷大、非数字或超出计算范围，视为缺失。',
      cause: '第一个是第 {row} 行的 {value}；数值最大为 3.4e38（float32）。',
      remedy: '请用步骤填补，或在文件中修正。',
    },
  },
  'table.replacedCharacters': {
    en: {
      sentence: 'Some characters of {file} are not valid in {encoding} and were replaced by �.',
      cause: 'The first is near byte {byte}.',
      remedy: 'Set the encoding by hand if texts look wrong.',
    },
    'zh-CN': {
      sentence: '{file} 中有些字符不符合 {encoding} 编码，已替换为 �。',
      cause: '第一处在第 {byte} 字节附近。',
      remedy: '如果文字显示不正确，请手动设置编码。',
    },
  },
  'table.unevenLists': {
    en: {
      sentence: 'The lists in {column} have {least} to {most} numbers, so the column is ignored.',
      remedy: 'Give all lists the same length to train with them.',
    },
    'zh-CN': {
      sentence: '{column} 中的列表长度从 {least} 到 {most} 不等，因此忽略该列。',
      remedy: '要用它训练，请让所有列表长度相同。',
    },
  },
  'excel.old': {
    en: {
      sentence: '{file} is a workbook of the old format .xls, which is not read.',
      remedy: 'Open it in Excel or LibreOffice and save it as .xlsx or CSV.',
    },
    'zh-CN': {
      sentence: '{file} 是旧格式 .xls 的工作簿，无法读取。',
      remedy: '请用 Excel 或 LibreOffice 打开，另存为 .xlsx 或 CSV。',
    },
  },
  'excel.encrypted': {
    en: {
      sentence: '{file} is protected by a password, or is a workbook of the old format .xls.',
      remedy: 'Save it as .xlsx without a password, or as CSV.',
    },
    'zh-CN': {
      sentence: '{file} 受密码保护，或是旧格式 .xls 的工作簿。',
      remedy: '请另存为不带密码的 .xlsx，或 CSV。',
    },
  },
  'excel.unreadable': {
    en: {
      sentence: '{file} could not be read as an Excel workbook.',
      cause: '{reason}',
      remedy: 'Open it in Excel or LibreOffice and save it again as .xlsx, or as CSV.',
    },
    'zh-CN': {
      sentence: '无法把 {file} 作为 Excel 工作簿读取。',
      cause: '{reason}',
      remedy: '请用 Excel 或 LibreOffice 打开，重新另存为 .xlsx 或 CSV。',
    },
  },
  'excel.noSheet': {
    en: {
      sentence: '{file} has no sheet {sheet}.',
      cause: 'Its sheets are {sheets}.',
      remedy: 'Choose one of them.',
    },
    'zh-CN': {
      sentence: '{file} 中没有工作表 {sheet}。',
      cause: '其中的工作表是 {sheets}。',
      remedy: '请选择其中之一。',
    },
  },
  'excel.tooLarge': {
    en: {
      sentence: '{file} unpacks to {bytes} bytes; workbooks of at most {limit} are read.',
      remedy: 'Save the sheet as CSV: tables of text may have any size.',
    },
    'zh-CN': {
      sentence: '{file} 解压后有 {bytes} 字节；最多读取 {limit} 字节的工作簿。',
      remedy: '请把工作表另存为 CSV：文本表格的大小不限。',
    },
  },
  'convert.unknownEnding': {
    en: {
      sentence: 'A table cannot be written as {file}.',
      cause: 'The ending of its name says the format.',
      remedy: 'Use one of .csv, .txt, .tsv, .json, .jsonl, .parquet.',
    },
    'zh-CN': {
      sentence: '无法把表格写成 {file}。',
      cause: '格式由文件名的扩展名决定。',
      remedy: '请使用 .csv、.txt、.tsv、.json、.jsonl 或 .parquet。',
    },
  },
  'convert.sameFile': {
    en: {
      sentence: '{file} would be written over while it is read.',
      remedy: 'Choose another name for the output.',
    },
    'zh-CN': {
      sentence: '{file} 会在读取时被覆盖。',
      remedy: '请为输出另选一个名称。',
    },
  },
  'convert.failed': {
    en: {
      sentence: '{file} could not be written.',
      cause: '{reason}',
      remedy: 'Make room or choose another folder; nothing was changed.',
    },
    'zh-CN': {
      sentence: '无法写入 {file}。',
      cause: '{reason}',
      remedy: '请腾出空间或另选文件夹；没有改动任何文件。',
    },
  },
  'describe.sample': {
    en: {
      sentence: '{features} was judged by {sample} of {count} examples.',
      cause: 'Looking at all of them takes as long as training with them.',
    },
    'zh-CN': {
      sentence: '{features} 是根据 {count} 个样本中的 {sample} 个判断的。',
      cause: '查看全部样本所需的时间与训练相当。',
    },
  },
  'recognise.nothing': {
    en: { sentence: 'No file or folder was chosen.', remedy: 'Choose one.' },
    'zh-CN': { sentence: '没有选择文件或文件夹。', remedy: '请选择一个。' },
  },
  'recognise.unknown': {
    en: {
      sentence: '{file} is of no kind of data that this program reads.',
      cause:
        'Data are recognised by their content: tables, Excel, pictures, recordings, texts, NPY, IDX, CIFAR and archives of pictures.',
      remedy: 'Choose another file, or save it in one of these formats.',
    },
    'zh-CN': {
      sentence: '本程序无法读取 {file} 这种数据。',
      cause: '数据按内容识别：表格、Excel、图像、录音、文本、NPY、IDX、CIFAR，以及图像的压缩包。',
      remedy: '请另选文件，或另存为上述格式之一。',
    },
  },
  'recognise.noPart': {
    en: {
      sentence: '{file} cannot be a part of its own beside data of this kind.',
      cause: 'Tables, and folders of pictures, recordings or texts, can have such parts.',
      remedy: 'Leave it out: a part of the rows is held back instead.',
    },
    'zh-CN': {
      sentence: '{file} 不能作为这种数据的单独部分。',
      cause: '表格以及图像、录音或文本文件夹可以有单独的部分。',
      remedy: '请不要指定它：会改为从各行中留出一部分。',
    },
  },
  'recognise.emptyFolder': {
    en: {
      sentence: 'The folder {file} is empty.',
      remedy: 'Choose a folder with files in it.',
    },
    'zh-CN': { sentence: '文件夹 {file} 是空的。', remedy: '请选择含有文件的文件夹。' },
  },
  'recognise.several': {
    en: {
      sentence: '{count} files or folders cannot be used together as one data set.',
      cause: 'Tables can: one to train with, and one each whose name says `validation` or `test`.',
      remedy: 'Choose one file, or the folder in which they lie.',
    },
    'zh-CN': {
      sentence: '这 {count} 个文件或文件夹不能合为一个数据集。',
      cause:
        '表格可以一起使用：一个用于训练，另外各一个用于验证和测试，由文件名中的 `validation`（验证）、`test`（测试）指明。',
      remedy: '请选择一个文件，或它们所在的文件夹。',
    },
  },
};
