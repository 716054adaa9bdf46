import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that files, runs, engine processes and hosts can have. */
export const programMessages: Messages = {
  'workspace.missing': {
    en: {
      sentence: 'The file or folder {path} does not exist.',
      remedy: 'Check its name, or choose another one.',
    },
    'zh-CN': { sentence: '文件或文件夹 {path} 不存在。', remedy: '请检查名称，或另选一个。' },
  },
  'workspace.denied': {
    en: {
      sentence: 'Access to {path} was denied.',
      cause: 'The system does not allow this user to read or write there.',
      remedy: 'Choose another folder, or change its permissions.',
    },
    'zh-CN': {
      sentence: '无权访问 {path}。',
      cause: '系统不允许当前用户在那里读写。',
      remedy: '请另选一个文件夹，或修改它的权限。',
    },
  },
  'workspace.readOnly': {
    en: {
      sentence: '{path} cannot be written.',
      cause: 'It lies on a read-only disk.',
      remedy: 'Save it in another folder; nothing is lost.',
    },
    'zh-CN': {
      sentence: '无法写入 {path}。',
      cause: '它所在的磁盘是只读的。',
      remedy: '请保存到其他文件夹；内容没有丢失。',
    },
  },
  'workspace.diskFull': {
    en: {
      sentence: '{path} could not be written because the disk is full.',
      remedy: 'Make room and try again; the file that was there before is unchanged.',
    },
    'zh-CN': {
      sentence: '磁盘已满，无法写入 {path}。',
      remedy: '请腾出空间后重试；原来的文件没有改变。',
    },
  },
  'workspace.isFolder': {
    en: { sentence: '{path} is a folder, not a file.', remedy: 'Choose a file.' },
    'zh-CN': { sentence: '{path} 是文件夹，不是文件。', remedy: '请选择一个文件。' },
  },
  'workspace.notAFile': {
    en: { sentence: '{path} is not an ordinary file.', remedy: 'Choose a file on a disk.' },
    'zh-CN': { sentence: '{path} 不是普通文件。', remedy: '请选择磁盘上的文件。' },
  },
  'workspace.tooLarge': {
    en: {
      sentence: '{path} is too large for a Strata document.',
      cause: 'It has {size}; a document has at most {limit}.',
      remedy: 'Choose a .strata file. Data files are chosen in the Data step.',
    },
    'zh-CN': {
      sentence: '{path} 太大，不可能是 Strata 文档。',
      cause: '它有 {size}；文档最大为 {limit}。',
      remedy: '请选择 .strata 文件。数据文件在“数据”步骤中选择。',
    },
  },
  'workspace.notText': {
    en: {
      sentence: '{path} is not a Strata document.',
      cause: 'It is not UTF-8 text.',
      remedy: 'Choose a .strata file.',
    },
    'zh-CN': {
      sentence: '{path} 不是 Strata 文档。',
      cause: '它不是 UTF-8 文本。',
      remedy: '请选择 .strata 文件。',
    },
  },
  'workspace.nameTooLong': {
    en: { sentence: 'The name of {path} is too long.', remedy: 'Choose a shorter name.' },
    'zh-CN': { sentence: '{path} 的名称太长。', remedy: '请换一个较短的名称。' },
  },
  'workspace.fileError': {
    en: {
      sentence: '{path} could not be read or written.',
      cause: 'The system says {reason}.',
      remedy: 'Try again, or choose another place.',
    },
    'zh-CN': {
      sentence: '无法读写 {path}。',
      cause: '系统报告 {reason}。',
      remedy: '请重试，或换一个位置。',
    },
  },
  'engine.died': {
    en: {
      sentence: 'The computing process ended unexpectedly.',
      cause: 'It ended with {reason}, for example because memory ran out or it was killed.',
      remedy:
        'What was learned up to the last finished epoch is kept, and the run can go on from there. Where memory ran out, train again with a smaller batch.',
    },
    'zh-CN': {
      sentence: '计算进程意外结束。',
      cause: '结束原因是 {reason}，例如内存不足或被终止。',
      remedy:
        '截至最后完成的一轮，学到的内容已保留，可以从那里继续训练。如果是内存不足，请用更小的批大小重新训练。',
    },
  },
  'core.closing': {
    en: { sentence: 'The program was closed before this was finished.' },
    'zh-CN': { sentence: '在完成之前程序已关闭。' },
  },
  'core.internal': {
    en: {
      sentence: 'Something went wrong inside the program.',
      remedy: 'Your document is kept. The details are in the log file; please report this.',
    },
    'zh-CN': {
      sentence: '程序内部出错。',
      remedy: '您的文档已保留。详细信息在日志文件中，请向我们报告。',
    },
  },
  'core.badRequest': {
    en: {
      sentence: 'The request {name} has an invalid value.',
      cause: '{where}: {reason}',
    },
    'zh-CN': { sentence: '请求 {name} 含有无效的值。', cause: '{where}：{reason}' },
  },
  'core.unknownRequest': {
    en: {
      sentence: 'The program does not know the request {name}.',
      remedy: 'Reload the page: it may be of another version.',
    },
    'zh-CN': {
      sentence: '程序不认识请求 {name}。',
      remedy: '请重新加载页面：它的版本可能不同。',
    },
  },
  'core.relativePath': {
    en: { sentence: 'The path {path} is not absolute.', remedy: 'Give the full path.' },
    'zh-CN': { sentence: '路径 {path} 不是绝对路径。', remedy: '请给出完整路径。' },
  },
  'core.pathOutside': {
    en: {
      sentence: '{path} lies outside the folders that this page may use.',
      cause: 'Allowed: {allowed}.',
      remedy: 'Choose a place inside them, or start the program with --allow FOLDER.',
    },
    'zh-CN': {
      sentence: '{path} 不在此页面可以使用的文件夹内。',
      cause: '允许的文件夹：{allowed}。',
      remedy: '请选择其中的位置，或用 --allow FOLDER 启动程序。',
    },
  },
  'core.dataOutside': {
    en: {
      sentence: 'The document {document} wants to read {path}, outside its own folder.',
      cause: 'A document from somebody else could name any file of yours.',
      remedy: 'Allow it if you know this data. On the command line: --allow-data.',
    },
    'zh-CN': {
      sentence: '文档 {document} 要读取自身文件夹之外的 {path}。',
      cause: '别人给您的文档可能指向您的任何文件。',
      remedy: '如果认得这份数据，请允许读取。在命令行中使用 --allow-data。',
    },
  },
  'core.noTemplate': {
    en: { sentence: 'There is no template {id}.', remedy: 'Choose one of: {ids}.' },
    'zh-CN': { sentence: '没有名为 {id} 的模板。', remedy: '请选择其中之一：{ids}。' },
  },
  'core.openElsewhere': {
    en: {
      sentence: '“{name}” is open in another window or tab, so it cannot be changed here.',
      remedy: 'Close it there and open it again here.',
    },
    'zh-CN': {
      sentence: '“{name}”已在另一个窗口或标签页中打开，因此不能在这里修改。',
      remedy: '请在那里关闭它，再在这里打开。',
    },
  },
  'host.connectionLost': {
    en: {
      sentence: 'Strata does not answer.',
      cause: 'The connection to its program broke before the answer came.',
      remedy: 'Try again once the connection is back.',
    },
    'zh-CN': {
      sentence: 'Strata 没有回应。',
      cause: '在得到回答之前，与程序的连接中断了。',
      remedy: '连接恢复后请重试。',
    },
  },
  'core.fileExists': {
    en: {
      sentence: '{path} exists already.',
      remedy: 'Choose another name, or replace the file.',
    },
    'zh-CN': { sentence: '{path} 已存在。', remedy: '请换一个名称，或替换该文件。' },
  },
  'core.fileChanged': {
    en: {
      sentence: '{path} was changed by another program since it was opened.',
      remedy: 'Save under another name, or replace the file.',
    },
    'zh-CN': {
      sentence: '{path} 打开之后被其他程序修改过。',
      remedy: '请另存为其他名称，或替换该文件。',
    },
  },
  'core.nothingToRecover': {
    en: { sentence: 'There is nothing left to restore of this document.' },
    'zh-CN': { sentence: '此文档没有可以恢复的内容。' },
  },
  'core.stillOpen': {
    en: {
      sentence: 'This document is open in another window or tab.',
      remedy: 'Close it there first.',
    },
    'zh-CN': { sentence: '此文档已在另一个窗口或标签页中打开。', remedy: '请先在那里关闭它。' },
  },
  'core.runGoesOn': {
    en: {
      sentence: 'A run of “{name}” is still going on.',
      cause: 'One run trains at a time, since it uses the whole machine.',
      remedy: 'Stop it, or wait for its end.',
    },
    'zh-CN': {
      sentence: '“{name}”的训练仍在进行。',
      cause: '训练会用满整台机器，因此一次只进行一个。',
      remedy: '请停止它，或等它结束。',
    },
  },
  'race.goesOn': {
    en: {
      sentence: 'The devices are being compared already.',
      remedy: 'Wait for the end: it takes at most 10 seconds.',
    },
    'zh-CN': { sentence: '设备比较正在进行。', remedy: '请等它结束，最多需要 10 秒。' },
  },
  'core.runIsOver': {
    en: { sentence: 'This run is over.', remedy: 'Start a new one.' },
    'zh-CN': { sentence: '这次训练已经结束。', remedy: '请开始新的训练。' },
  },
  'core.cannotPause': {
    en: { sentence: 'Only a run that is training can be paused.' },
    'zh-CN': { sentence: '只有正在训练时才能暂停。' },
  },
  'core.cannotResume': {
    en: { sentence: 'Only a paused run can go on.' },
    'zh-CN': { sentence: '只有已暂停的训练才能继续。' },
  },
  'core.runUnknown': {
    en: { sentence: 'This run no longer exists.', remedy: 'List the runs again.' },
    'zh-CN': { sentence: '这次训练已不存在。', remedy: '请重新列出训练记录。' },
  },
  'core.runInterrupted': {
    en: {
      sentence: 'The run was interrupted.',
      cause: 'The program ended while it was training.',
      remedy:
        'What was learned up to the last finished epoch is kept, and the run can go on from there.',
    },
    'zh-CN': {
      sentence: '训练被中断。',
      cause: '训练时程序结束了。',
      remedy: '截至最后完成的一轮，学到的内容已保留，可以从那里继续训练。',
    },
  },
  'core.folderNotEmpty': {
    en: {
      sentence: 'The folder {path} is not empty.',
      remedy: 'Choose an empty or new folder, so that nothing of yours is overwritten.',
    },
    'zh-CN': {
      sentence: '文件夹 {path} 不是空的。',
      remedy: '请选择空文件夹或新文件夹，以免覆盖您的文件。',
    },
  },
  'core.notARun': {
    en: {
      sentence: '{path} is not the folder of a run.',
      remedy: 'Choose a folder that training has written; it holds a run.json.',
    },
    'zh-CN': {
      sentence: '{path} 不是训练记录的文件夹。',
      remedy: '请选择训练写出的文件夹，其中有 run.json。',
    },
  },
  'core.noWeights': {
    en: {
      sentence: 'The run in {path} has no weights yet.',
      cause: 'Weights are kept at the end of each epoch.',
      remedy: 'Train for at least one epoch.',
    },
    'zh-CN': {
      sentence: '{path} 中的训练还没有权重。',
      cause: '每一轮结束时才保存权重。',
      remedy: '请至少训练一轮。',
    },
  },
  'core.noCheckpoint': {
    en: {
      sentence: 'The run in {path} has no checkpoint to go on from.',
      cause:
        'A checkpoint is kept at the end of each epoch and when a run is stopped; earlier versions of the program kept none.',
      remedy: 'Train again from the beginning.',
    },
    'zh-CN': {
      sentence: '{path} 中的训练没有可以继续的检查点。',
      cause: '每一轮结束时和停止训练时才保存检查点；程序的早期版本不保存检查点。',
      remedy: '请从头重新训练。',
    },
  },
  'core.checkpointDamaged': {
    en: {
      sentence: 'The checkpoint {file} is damaged.',
      cause: 'It is not complete, or its checksum is not the one that was written with it.',
      remedy:
        'Copy the file again, or train again from the beginning. The weights in the run’s folder are files of their own.',
    },
    'zh-CN': {
      sentence: '检查点 {file} 已损坏。',
      cause: '文件不完整，或校验和与保存时写下的不一致。',
      remedy: '请重新复制该文件，或从头重新训练。训练记录文件夹中的权重是单独的文件，不受影响。',
    },
  },
  'core.noEpochsLeft': {
    en: {
      sentence:
        'There is nothing left to train: the run has {epochs} epochs, and {asked} are asked for.',
      remedy: 'Ask for more epochs in all than the run has already.',
    },
    'zh-CN': {
      sentence: '没有可继续的轮次：已训练 {epochs} 轮，而要求的总轮数是 {asked}。',
      remedy: '请把总轮数设为大于已训练的轮数。',
    },
  },
  'core.exportCancelled': {
    en: { sentence: 'The export was cancelled.', remedy: 'Its folder may hold unfinished files.' },
    'zh-CN': { sentence: '导出已取消。', remedy: '目标文件夹中可能有未完成的文件。' },
  },
  'web.wrongToken': {
    en: {
      sentence: 'This page was not opened with the address that the program gave.',
      remedy: 'Copy the whole address, with the part after #, from where the program printed it.',
    },
    'zh-CN': {
      sentence: '打开此页面时没有使用程序给出的地址。',
      remedy: '请从程序输出处复制完整的地址，包括 # 之后的部分。',
    },
  },
  'web.portTaken': {
    en: {
      sentence: 'Port {port} is in use by another program.',
      remedy: 'Give another port, or none: then a free one is chosen.',
    },
    'zh-CN': {
      sentence: '端口 {port} 已被其他程序占用。',
      remedy: '请换一个端口，或不指定端口：程序会选择空闲的端口。',
    },
  },
  'web.portForbidden': {
    en: {
      sentence: 'The system does not allow this user to open port {port}.',
      remedy: 'Give a port above 1023.',
    },
    'zh-CN': {
      sentence: '系统不允许当前用户打开端口 {port}。',
      remedy: '请使用大于 1023 的端口。',
    },
  },
};
