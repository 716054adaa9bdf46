import type { LocalText } from '#shared/problems/problem.ts';

/** Texts of the command line; problems bring their own. */
export const texts = {
  program: {
    en: 'Draw a neural network, train it on this computer, take the code with you.',
    'zh-CN': '绘制神经网络，在这台计算机上训练，带走代码。',
  },
  exitCodes: {
    en: 'Exit codes: 0 done, 1 your input has problems, 2 wrong usage, 3 our fault.',
    'zh-CN': '退出码：0 完成，1 输入有问题，2 用法错误，3 程序自身的错误。',
  },
  lang: { en: 'language of texts', 'zh-CN': '文本的语言' },
  version: { en: 'print the version', 'zh-CN': '显示版本' },
  help: { en: 'print help', 'zh-CN': '显示帮助' },
  helpCommand: { en: 'print help for a command', 'zh-CN': '显示某个命令的帮助' },
  json: { en: 'print JSON', 'zh-CN': '输出 JSON' },
  file: { en: 'a .strata document', 'zh-CN': '.strata 文档' },

  templates: { en: 'list the templates', 'zh-CN': '列出模板' },
  layers: { en: 'list the layers', 'zh-CN': '列出层' },
  new: {
    en: 'create a document from a template, or for your data',
    'zh-CN': '用模板创建文档，或为您的数据创建文档',
  },
  templateOption: { en: 'id of the template', 'zh-CN': '模板的 id' },
  newOutput: { en: 'file to write', 'zh-CN': '要写入的文件' },
  created: { en: 'Created', 'zh-CN': '已创建' },

  check: { en: 'report the problems of a document', 'zh-CN': '检查文档中的问题' },
  noProblems: { en: 'No problems.', 'zh-CN': '没有问题。' },

  summary: { en: 'print layers, shapes and what they cost', 'zh-CN': '显示层、形状和开销' },
  layer: { en: 'Layer', 'zh-CN': '层' },
  kind: { en: 'Kind', 'zh-CN': '种类' },
  outputShape: { en: 'Output shape', 'zh-CN': '输出形状' },
  parameters: { en: 'Parameters', 'zh-CN': '参数' },
  multiplyAdds: { en: 'Multiply-adds', 'zh-CN': '乘加运算' },
  totalLine: {
    en: 'Total: {parameters} parameters ({trainable} trainable), {multiplyAdds} multiply-adds',
    'zh-CN': '合计：{parameters} 个参数（可训练 {trainable} 个），{multiplyAdds} 次乘加运算',
  },
  memoryLine: {
    en: 'Memory to train with a batch of {batchSize}: at least {total} (weights {weights}, gradients {gradients}, optimizer {optimizer}, activations {activations})',
    'zh-CN':
      '以批大小 {batchSize} 训练，至少需要内存 {total}（权重 {weights}，梯度 {gradients}，优化器 {optimizer}，激活值 {activations}）',
  },

  train: { en: 'train a document', 'zh-CN': '训练文档中的网络' },
  epochsOption: { en: 'number of epochs', 'zh-CN': '训练轮数' },
  batchSizeOption: { en: 'examples of a batch', 'zh-CN': '批大小' },
  deviceOption: { en: 'device, see `strata devices`', 'zh-CN': '设备，见 `strata devices`' },
  resumeOption: {
    en: 'go on with this run (its folder); --epochs is then the number in all',
    'zh-CN': '继续这次训练（训练记录的文件夹）；此时 --epochs 为总轮数',
  },
  seedOption: { en: 'seed, 0 to 2147483647', 'zh-CN': '随机种子，0 到 2147483647' },
  outOption: {
    en: 'folder of the run (default: beside the document)',
    'zh-CN': '训练记录的文件夹（默认在文档旁）',
  },
  foldOption: {
    en: 'train one round of the cross-validation, from 1',
    'zh-CN': '只训练交叉验证的某一轮，从 1 开始',
  },
  foldsOption: {
    en: 'cross-validate: train every round, and print mean ± deviation',
    'zh-CN': '交叉验证：训练每一轮，并输出均值 ± 标准差',
  },
  validationPart: { en: 'Validation', 'zh-CN': '验证' },
  round: { en: 'Round', 'zh-CN': '第几轮' },
  crossValidation: { en: 'Cross-validation, rounds', 'zh-CN': '交叉验证，轮数' },
  trainJson: { en: 'print one JSON object a line', 'zh-CN': '每行输出一个 JSON 对象' },
  epoch: { en: 'Epoch', 'zh-CN': '轮次' },
  loss: { en: 'loss', 'zh-CN': '损失' },
  validation: { en: 'validation', 'zh-CN': '验证' },
  test: { en: 'Test', 'zh-CN': '测试' },
  examplesPerSecond: { en: 'examples/s', 'zh-CN': '样本/秒' },
  left: { en: 'left', 'zh-CN': '剩余' },
  waitedForData: { en: 'waited for data', 'zh-CN': '等待数据' },
  preparingRace: { en: 'Comparing the devices', 'zh-CN': '正在比较设备' },
  preparingEngine: { en: 'Starting the engine', 'zh-CN': '正在启动引擎' },
  preparingData: { en: 'Reading the data', 'zh-CN': '正在读取数据' },
  preparingModel: { en: 'Building the model', 'zh-CN': '正在构建模型' },
  stopping: {
    en: 'Stopping after this step; what was learned is kept. Ctrl-C again ends at once.',
    'zh-CN': '将在此步之后停止，学到的内容会保留。再按一次 Ctrl-C 立即结束。',
  },
  stopped: { en: 'Stopped.', 'zh-CN': '已停止。' },
  stoppedEarly: { en: 'Stopped early: no further progress.', 'zh-CN': '已提前停止：不再有进步。' },
  smallerBatch: { en: 'Train with smaller batches:', 'zh-CN': '用更小的批训练：' },
  goOnWith: { en: 'Go on with:', 'zh-CN': '继续训练：' },
  runKept: { en: 'Run kept in', 'zh-CN': '训练记录保存在' },

  predict: { en: 'predict with the weights of a run', 'zh-CN': '用训练好的权重进行预测' },
  runFolder: { en: 'folder of a run', 'zh-CN': '训练记录的文件夹' },
  inputOption: { en: 'examples: NPY, IDX or PNG file', 'zh-CN': '样本：NPY、IDX 或 PNG 文件' },
  predictOutput: {
    en: 'file to write, .npy or .json (default: JSON on standard output)',
    'zh-CN': '要写入的文件，.npy 或 .json（默认把 JSON 写到标准输出）',
  },
  written: { en: 'Written', 'zh-CN': '已写入' },

  export: { en: 'export as code or as a saved model', 'zh-CN': '导出为代码或模型文件' },
  fileOrRun: {
    en: 'a .strata document (untrained) or the folder of a run (with its weights)',
    'zh-CN': '.strata 文档（未训练）或训练记录的文件夹（含权重）',
  },
  toOption: { en: 'what to export', 'zh-CN': '导出的目标' },
  exportOutput: {
    en: 'folder to write; it must be empty or new',
    'zh-CN': '要写入的文件夹；必须为空或不存在',
  },
  noVerify: { en: 'do not run what was exported', 'zh-CN': '不运行导出的内容' },
  noWeights: { en: 'leave the trained weights out', 'zh-CN': '不包含训练好的权重' },
  exported: { en: 'Exported to', 'zh-CN': '已导出到' },
  writtenNotVerified: { en: 'Written, not verified, to', 'zh-CN': '已写入（未验证）' },
  verified: {
    en: 'Verified: it was run on {examples} examples; the largest difference is {difference}.',
    'zh-CN': '已验证：在 {examples} 个样本上运行，最大差异为 {difference}。',
  },
  exportSteps: {
    en: 'Exporting',
    'zh-CN': '正在导出',
  },

  inspect: {
    en: 'tell what a file or folder of data is and holds',
    'zh-CN': '说明数据文件或文件夹是什么、包含什么',
  },
  dataArgument: { en: 'file or folder with data', 'zh-CN': '数据文件或文件夹' },
  feature: { en: 'Feature', 'zh-CN': '特征' },
  valueKind: { en: 'Kind', 'zh-CN': '类型' },
  role: { en: 'Role', 'zh-CN': '用途' },
  missingValues: { en: 'Missing', 'zh-CN': '缺失' },
  distinctValues: { en: 'Different', 'zh-CN': '不同值' },
  valuesHead: { en: 'Values', 'zh-CN': '取值' },
  rows: { en: 'rows', 'zh-CN': '行' },
  testRows: { en: 'test rows', 'zh-CN': '行测试数据' },
  repeatedRows: { en: 'repeated rows', 'zh-CN': '行重复' },
  dataSteps: {
    reading: { en: 'Reading', 'zh-CN': '正在读取' },
    describing: { en: 'Looking through the data', 'zh-CN': '正在统计数据' },
    fitting: { en: 'Learning the preparation', 'zh-CN': '正在拟合预处理' },
    preparing: { en: 'Preparing', 'zh-CN': '正在预处理' },
    writing: { en: 'Writing', 'zh-CN': '正在写入' },
  },
  dataOption: {
    en: 'file or folder to learn from; a network is proposed',
    'zh-CN': '用来学习的数据文件或文件夹；会给出建议的网络',
  },
  validationOption: {
    en: 'file or folder with the validation part, of the same form as the data',
    'zh-CN': '验证部分的文件或文件夹，格式与数据相同',
  },
  testOption: {
    en: 'file or folder with the test part, of the same form as the data',
    'zh-CN': '测试部分的文件或文件夹，格式与数据相同',
  },
  targetOption: { en: 'feature to predict', 'zh-CN': '要预测的特征' },
  prepare: { en: 'write a document’s data after preparation', 'zh-CN': '写出文档预处理后的数据' },
  prepareOutput: {
    en: 'file to write: .npz, .csv or .parquet',
    'zh-CN': '要写入的文件：.npz、.csv 或 .parquet',
  },
  convert: { en: 'convert a table', 'zh-CN': '转换表格格式' },
  convertOutput: {
    en: 'file to write: .csv, .txt (tabs), .json, .jsonl or .parquet',
    'zh-CN': '要写入的文件：.csv、.txt（制表符）、.json、.jsonl 或 .parquet',
  },
  submit: {
    en: 'predict every row of a file and write id and prediction',
    'zh-CN': '预测文件的每一行，写出编号和预测值',
  },
  submitInput: {
    en: 'file or folder as the training data were',
    'zh-CN': '与训练数据格式相同的文件或文件夹',
  },
  submitOutput: { en: 'file to write, .csv', 'zh-CN': '要写入的 .csv 文件' },
  idOption: {
    en: 'column that names the rows (default: their numbers)',
    'zh-CN': '作为编号的列（默认用行号）',
  },
  allowData: {
    en: 'the document may read data outside its folder',
    'zh-CN': '允许文档读取自身文件夹之外的数据',
  },

  devices: { en: 'list what can train on this computer', 'zh-CN': '列出这台计算机上可用的设备' },
  available: { en: 'available', 'zh-CN': '可用' },
  installable: { en: 'can be installed', 'zh-CN': '可安装' },
  toDownload: { en: 'to download', 'zh-CN': '需下载' },
  devicesInstall: {
    en: 'install what a device needs, or repair it',
    'zh-CN': '安装设备所需的内容，或修复它',
  },
  raceOption: {
    en: 'compare the devices with a few steps of this document',
    'zh-CN': '用此文档训练几步，比较各设备',
  },
  secondsPerEpoch: { en: 's per epoch', 'zh-CN': '秒/轮' },
  notMeasured: { en: 'not measured in time', 'zh-CN': '未能及时测出' },
  fastest: { en: 'fastest', 'zh-CN': '最快' },
  deviceArgument: { en: 'id of the device', 'zh-CN': '设备的 id' },
  installSteps: {
    preparing: { en: 'Preparing', 'zh-CN': '正在准备' },
    downloading: { en: 'Downloading', 'zh-CN': '正在下载' },
    unpacking: { en: 'Unpacking', 'zh-CN': '正在解包' },
    compiling: { en: 'Compiling', 'zh-CN': '正在编译' },
    checking: { en: 'Checking', 'zh-CN': '正在检查' },
  },
  installed: { en: 'can be used now', 'zh-CN': '现在可以使用' },
  cancelling: {
    en: 'Cancelling; what was finished is kept.',
    'zh-CN': '正在取消；已完成的部分会保留。',
  },
  notAvailable: { en: 'not available', 'zh-CN': '不可用' },

  serve: { en: 'serve the page to this computer’s browser', 'zh-CN': '在本机浏览器中使用界面' },
  serveFile: { en: 'a document to open', 'zh-CN': '要打开的文档' },
  portOption: {
    en: 'port (default: 7474 or the next free one)',
    'zh-CN': '端口（默认 7474 或下一个空闲端口）',
  },
  noOpen: { en: 'do not open the browser', 'zh-CN': '不打开浏览器' },
  allowOption: {
    en: 'folder that the page may use besides your home and this folder; may be repeated',
    'zh-CN': '除主目录和当前文件夹外，界面可以使用的文件夹；可重复',
  },
  serving: {
    en: 'Strata runs at the address below. Only this computer can open it. Ctrl-C ends.',
    'zh-CN': 'Strata 运行在下面的地址，只有本机可以打开。按 Ctrl-C 结束。',
  },
} as const satisfies Readonly<Record<string, LocalText | Readonly<Record<string, LocalText>>>>;
