import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that installing the library of a device can have. */
export const installMessages: Messages = {
  'install.noPip': {
    en: {
      sentence: 'The library cannot be fetched: there is no pip on this machine.',
      cause: 'It comes as a Python package. No Python of any version with pip was found.',
      remedy:
        'Install Python with pip (on Debian and Ubuntu: apt install python3-pip) and try again. Meanwhile the portable engine trains.',
    },
    'zh-CN': {
      sentence: '无法下载库：本机没有 pip。',
      cause: '该库以 Python 包的形式发布，但没有找到带 pip 的 Python。',
      remedy:
        '请安装带 pip 的 Python（Debian 和 Ubuntu：apt install python3-pip）后重试。在此之前使用便携引擎训练。',
    },
  },
  'install.noCompiler': {
    en: {
      sentence: 'The library cannot be connected: there is no C++ compiler on this machine.',
      cause: '{compiler} was not found, and tfjs-node’s ready-made download cannot be reached.',
      remedy:
        'Install a compiler (on Debian and Ubuntu: apt install g++; on a Mac: xcode-select --install) and try again. Meanwhile the portable engine trains.',
    },
    'zh-CN': {
      sentence: '无法连接库：本机没有 C++ 编译器。',
      cause: '没有找到 {compiler}，也无法获取 tfjs-node 的现成下载。',
      remedy:
        '请安装编译器（Debian 和 Ubuntu：apt install g++；Mac：xcode-select --install）后重试。在此之前使用便携引擎训练。',
    },
  },
  'install.noOfficial': {
    en: {
      sentence: 'tfjs-node’s ready-made library cannot be fetched.',
      cause: 'It is not in node_modules, and its download cannot be reached from here.',
      remedy: 'Connect to the internet and try again. Meanwhile the portable engine trains.',
    },
    'zh-CN': {
      sentence: '无法获取 tfjs-node 的现成库。',
      cause: '它不在 node_modules 中，也无法从这里下载。',
      remedy: '请连接互联网后重试。在此之前使用便携引擎训练。',
    },
  },
  'install.noSpace': {
    en: {
      sentence: 'There is not enough space in {folder}.',
      cause: 'Installing takes {needed}, and {free} are free.',
      remedy: 'Make room and try again, or set STRATA_ENGINES to a folder on a larger disk.',
    },
    'zh-CN': {
      sentence: '{folder} 的空间不足。',
      cause: '安装需要 {needed}，剩余 {free}。',
      remedy: '请腾出空间后重试，或把 STRATA_ENGINES 设为更大磁盘上的文件夹。',
    },
  },
  'install.noNetwork': {
    en: {
      sentence: '{name} cannot be fetched: the package registry gives no answer.',
      cause: 'There is no connection to the internet, or it is kept from pip.',
      remedy:
        'Check the connection, or pip’s settings for a mirror or a proxy, and try again: what was finished is kept. Meanwhile the portable engine trains.',
    },
    'zh-CN': {
      sentence: '无法下载 {name}：软件包服务器没有回应。',
      cause: '没有网络连接，或 pip 无法访问网络。',
      remedy:
        '请检查网络，或 pip 的镜像与代理设置，然后重试：已完成的部分会保留。在此之前使用便携引擎训练。',
    },
  },
  'install.pipFailed': {
    en: {
      sentence: 'pip could not fetch {name}.',
      cause: '{reason}',
      remedy: 'A newer pip may help: python3 -m pip install --upgrade pip',
    },
    'zh-CN': {
      sentence: 'pip 无法下载 {name}。',
      cause: '{reason}',
      remedy: '更新 pip 可能有帮助：python3 -m pip install --upgrade pip',
    },
  },
  'install.wrongContent': {
    en: {
      sentence: 'What was fetched is not {file} as it was published.',
      cause: 'Its SHA-256 differs from the one this program knows, so it is not used.',
      remedy: 'Try again; if it comes back, a proxy or mirror changes what it hands on.',
    },
    'zh-CN': {
      sentence: '下载到的内容与发布的 {file} 不同。',
      cause: '它的 SHA-256 与程序记录的不同，因此不会使用。',
      remedy: '请重试；如再次出现，说明代理或镜像改变了内容。',
    },
  },
  'install.compileFailed': {
    en: {
      sentence: 'The compiler {compiler} could not build the connection to the library.',
      cause: '{reason}',
      remedy: 'A newer compiler may help. Meanwhile the portable engine trains.',
    },
    'zh-CN': {
      sentence: '编译器 {compiler} 无法生成与库的连接。',
      cause: '{reason}',
      remedy: '较新的编译器可能有帮助。在此之前使用便携引擎训练。',
    },
  },
  'install.cannotLoad': {
    en: {
      sentence: 'The library was fetched and cannot be loaded on this machine.',
      cause: '{reason}',
      remedy:
        'The system or the processor may be too old for it. Use another device; the portable engine trains everywhere.',
    },
    'zh-CN': {
      sentence: '库已下载，但无法在本机加载。',
      cause: '{reason}',
      remedy: '系统或处理器可能太旧。请使用其他设备；便携引擎在任何机器上都能训练。',
    },
  },
  'install.failed': {
    en: {
      sentence: 'Installing failed.',
      cause: '{reason}',
      remedy: 'Try again: what was finished is kept.',
    },
    'zh-CN': {
      sentence: '安装失败。',
      cause: '{reason}',
      remedy: '请重试：已完成的部分会保留。',
    },
  },
  'install.goesOn': {
    en: {
      sentence: 'The device {device} is being installed already.',
      cause: 'Another window or command does it.',
      remedy: 'Wait for it.',
    },
    'zh-CN': {
      sentence: '设备 {device} 正在安装。',
      cause: '由另一个窗口或命令进行。',
      remedy: '请等待它完成。',
    },
  },
  'install.notRunning': {
    en: { sentence: 'The device {device} is not being installed at the moment.' },
    'zh-CN': { sentence: '设备 {device} 目前没有在安装。' },
  },
  'install.cancelled': {
    en: {
      sentence: 'Installing was cancelled.',
      remedy: 'Install again to go on: what was finished is kept.',
    },
    'zh-CN': {
      sentence: '安装已取消。',
      remedy: '再次安装即可继续：已完成的部分会保留。',
    },
  },
};
