// One table of platforms: what is fetched for each native device, and how its binding is compiled. A new version of TensorFlow,
// or another platform, is one entry here. Only linux-x64 was run; the other entries follow the wheels' contents and were not tried.

/** A Python wheel that is fetched with `pip download`, and the files that are taken out of it. */
export interface Wheel {
  /** Package and version, as pip names them. */
  readonly name: string;
  readonly version: string;
  readonly file: string;
  /** Tags for `pip download --platform`. */
  readonly platforms: readonly string[];
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Paths inside the wheel, which are kept in the engine's folder. */
  readonly take: readonly string[];
}

/** The compiler's command line for the binding. `{sources}`, `{include}`, `{folder}` and `{output}` are filled in. */
export interface CompileCommand {
  /** Programs that can do it, the first found is used. */
  readonly compilers: readonly string[];
  readonly args: readonly string[];
  /** Measured or guessed; only for the progress. */
  readonly expectedMs: number;
}

/** The native library of one device on one platform. */
export interface NativePackage {
  readonly device: 'native-cpu' | 'cuda';
  /** `process.platform-process.arch`. */
  readonly platform: string;
  /** Version of TensorFlow; part of the folder's name. */
  readonly version: string;
  /** Where the shared libraries lie inside the engine's folder. */
  readonly libraryFolder: string;
  readonly wheels: readonly Wheel[];
  /** Bytes on disk when installed. */
  readonly diskBytes: number;
  /** null: the binding comes with tfjs-node's official download. */
  readonly compile: CompileCommand | null;
}

const version = '2.21.0';
/** Of which Python the wheels are: any, since no Python ever loads them, but the same for all. */
export const wheelPython = '3.11';

/** The headers that the binding includes, and what they include: 60 KB of the wheel's 268 MB of headers. */
const headers = [
  'tensorflow/c/c_api.h',
  'tensorflow/c/c_api_macros.h',
  'tensorflow/c/eager/c_api.h',
  'tensorflow/c/tf_attrtype.h',
  'tensorflow/c/tf_buffer.h',
  'tensorflow/c/tf_datatype.h',
  'tensorflow/c/tf_status.h',
  'tensorflow/c/tf_tensor.h',
  'tensorflow/c/tf_tstring.h',
  'tensorflow/core/platform/ctstring.h',
  'tensorflow/core/platform/ctstring_internal.h',
  'tsl/platform/ctstring.h',
  'tsl/platform/ctstring_internal.h',
  'xla/tsl/c/tsl_status.h',
].map((header) => `tensorflow/include/${header}`);

const linuxLibraries = [
  'tensorflow/libtensorflow_cc.so.2',
  'tensorflow/libtensorflow_framework.so.2',
];

const definitions = [
  '-O2',
  '-std=c++17',
  '-DNAPI_VERSION=8',
  '-DNODE_GYP_MODULE_NAME=tfjs_binding',
  '-DBUILDING_NODE_EXTENSION',
];

const gcc: CompileCommand = {
  compilers: ['g++', 'c++', 'clang++'],
  args: [
    ...definitions,
    '-fPIC',
    '-shared',
    '{include}',
    '{sources}',
    '-L{folder}/tensorflow',
    '-l:libtensorflow_cc.so.2',
    '-l:libtensorflow_framework.so.2',
    // The libraries are found beside the binding, wherever the folder lies.
    '-Wl,-rpath,$ORIGIN/tensorflow',
    '-o',
    '{output}',
  ],
  expectedMs: 10_000,
};

const clang: CompileCommand = {
  compilers: ['clang++', 'c++', 'g++'],
  args: [
    ...definitions,
    '-bundle',
    '-undefined',
    'dynamic_lookup',
    '{include}',
    '{sources}',
    '{folder}/tensorflow/libtensorflow_cc.2.dylib',
    '{folder}/tensorflow/libtensorflow_framework.2.dylib',
    '-Wl,-rpath,@loader_path/tensorflow',
    '-o',
    '{output}',
  ],
  expectedMs: 10_000,
};

const cpuWheel: Wheel = {
  name: 'tensorflow-cpu',
  version,
  file: `tensorflow_cpu-${version}-cp311-cp311-manylinux_2_27_x86_64.whl`,
  platforms: ['manylinux_2_27_x86_64'],
  sizeBytes: 273_829_956,
  sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
  take: [...linuxLibraries, ...headers],
};

/** A wheel of NVIDIA's: libraries under `nvidia/<part>/lib`, where TensorFlow's own search path leads. */
function nvidia(
  part: string,
  wheelVersion: string,
  tag: string,
  sizeBytes: number,
  sha256: string,
  libraries: readonly string[],
): Wheel {
  return {
    name: `nvidia-${part.replaceAll('_', '-')}-cu12`,
    version: wheelVersion,
    file: `nvidia_${part}_cu12-${wheelVersion}-py3-none-${tag}.whl`,
    platforms: tag.split('.'),
    sizeBytes,
    sha256,
    take: libraries.map((library) => `nvidia/${part}/${library}`),
  };
}

const manylinux2014 = 'manylinux2014_x86_64.manylinux_2_17_x86_64';
const manylinux2010 = 'manylinux2010_x86_64.manylinux_2_12_x86_64';
const manylinux227 = 'manylinux_2_27_x86_64';

const cudaWheels: readonly Wheel[] = [
  {
    name: 'tensorflow',
    version,
    file: `tensorflow-${version}-cp311-cp311-manylinux_2_27_x86_64.whl`,
    platforms: [manylinux227],
    sizeBytes: 572_440_367,
    sha256: '9056fbc9ba04235810b71ae6cbd958a196e8804fb53bbcffbf3e23b56155f124',
    take: [...linuxLibraries, ...headers],
  },
  nvidia(
    'cublas',
    '12.9.3.13',
    manylinux227,
    581_217_458,
    'd7d51055f161b317c7105ddaae90e71eda059026074ffef93cf7cde2886bfe72',
    ['lib/libcublas.so.12', 'lib/libcublasLt.so.12'],
  ),
  nvidia(
    'cuda_cupti',
    '12.8.90',
    manylinux2014,
    10_248_621,
    'ea0cb07ebda26bb9b29ba82cda34849e73c166c18162d3913575b0c9db9a6182',
    ['lib/libcupti.so.12'],
  ),
  nvidia(
    'cuda_nvcc',
    '12.9.86',
    manylinux2010,
    40_546_229,
    '5d6a0d32fdc7ea39917c20065614ae93add6f577d840233237ff08e9a38f58f0',
    ['bin/ptxas', 'nvvm/libdevice/libdevice.10.bc'],
  ),
  nvidia(
    'cuda_nvrtc',
    '12.9.86',
    manylinux2010,
    89_568_129,
    '210cf05005a447e29214e9ce50851e83fc5f4358df8b453155d5e1918094dcb4',
    ['lib/libnvrtc.so.12', 'lib/libnvrtc-builtins.so.12.9'],
  ),
  nvidia(
    'cuda_runtime',
    '12.9.79',
    manylinux2014,
    3_493_179,
    '25bba2dfb01d48a9b59ca474a1ac43c6ebf7011f1b0b8cc44f54eb6ac48a96c3',
    ['lib/libcudart.so.12'],
  ),
  nvidia(
    'cudnn',
    '9.28.0.42',
    manylinux227,
    716_538_495,
    '9ff58b7f36dacd0a93e89f8f2957b52466889217963701daa15e577317cfa375',
    [
      'lib/libcudnn.so.9',
      'lib/libcudnn_adv.so.9',
      'lib/libcudnn_cnn.so.9',
      'lib/libcudnn_engines_precompiled.so.9',
      'lib/libcudnn_engines_runtime_compiled.so.9',
      'lib/libcudnn_engines_tensor_ir.so.9',
      'lib/libcudnn_ext.so.9',
      'lib/libcudnn_graph.so.9',
      'lib/libcudnn_heuristic.so.9',
      'lib/libcudnn_ops.so.9',
    ],
  ),
  nvidia(
    'cufft',
    '11.4.1.4',
    manylinux2014,
    200_877_592,
    'c67884f2a7d276b4b80eb56a79322a95df592ae5e765cf1243693365ccab4e28',
    ['lib/libcufft.so.11'],
  ),
  nvidia(
    'curand',
    '10.3.10.19',
    manylinux227,
    68_295_626,
    '49b274db4780d421bd2ccd362e1415c13887c53c214f0d4b761752b8f9f6aa1e',
    ['lib/libcurand.so.10'],
  ),
  nvidia(
    'cusolver',
    '11.7.5.82',
    manylinux227,
    338_117_415,
    '15da72d1340d29b5b3cf3fd100e3cd53421dde36002eda6ed93811af63c40d88',
    ['lib/libcusolver.so.11'],
  ),
  nvidia(
    'cusparse',
    '12.5.10.65',
    manylinux2014,
    366_465_088,
    '73060ce019ac064a057267c585bf1fd5a353734151f87472ff02b2c5c9984e78',
    ['lib/libcusparse.so.12'],
  ),
  nvidia(
    'nccl',
    '2.32.3',
    manylinux227,
    351_526_311,
    'bb94b2348e4861d5e8aa00b36c3d12d9bdf9c6369b82cbb723de0b582280a21c',
    ['lib/libnccl.so.2'],
  ),
  nvidia(
    'nvjitlink',
    '12.9.86',
    manylinux2010,
    39_748_338,
    'e3f1171dbdc83c5932a45f0f4c99180a70de9bd2718c1ab77d14104f6d7147f9',
    ['lib/libnvJitLink.so.12'],
  ),
];

/** The table. Where a device has no entry for a platform, it is not offered there. */
const packages: readonly NativePackage[] = [
  {
    device: 'native-cpu',
    platform: 'linux-x64',
    version,
    libraryFolder: 'tensorflow',
    wheels: [cpuWheel],
    diskBytes: 853_500_000,
    compile: gcc,
  },
  {
    device: 'native-cpu',
    platform: 'linux-arm64',
    version,
    libraryFolder: 'tensorflow',
    wheels: [
      {
        name: 'tensorflow',
        version,
        file: `tensorflow-${version}-cp311-cp311-manylinux_2_27_aarch64.whl`,
        platforms: ['manylinux_2_27_aarch64'],
        sizeBytes: 281_828_020,
        sha256: '4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c',
        take: [...linuxLibraries, ...headers],
      },
    ],
    diskBytes: 883_200_000,
    compile: gcc,
  },
  {
    device: 'native-cpu',
    platform: 'darwin-arm64',
    version,
    libraryFolder: 'tensorflow',
    wheels: [
      {
        name: 'tensorflow',
        version,
        file: `tensorflow-${version}-cp311-cp311-macosx_12_0_arm64.whl`,
        platforms: ['macosx_12_0_arm64'],
        sizeBytes: 223_405_849,
        sha256: '51f46f4806139d01fc7920cc72a4c75876f80649bf40ff083ab6212ceb43ca88',
        take: [
          'tensorflow/libtensorflow_cc.2.dylib',
          'tensorflow/libtensorflow_framework.2.dylib',
          ...headers,
        ],
      },
    ],
    diskBytes: 741_000_000,
    compile: clang,
  },
  {
    // The wheel for Windows holds no library that exports TensorFlow's C API: only the official download is left.
    device: 'native-cpu',
    platform: 'win32-x64',
    version: 'tfjs-node',
    libraryFolder: '.',
    wheels: [],
    diskBytes: 400_000_000,
    compile: null,
  },
  {
    device: 'cuda',
    platform: 'linux-x64',
    version,
    libraryFolder: 'tensorflow',
    wheels: cudaWheels,
    diskBytes: 5_250_000_000,
    compile: gcc,
  },
];

/** The package of a device for this machine; null: there is none for its platform. */
export function packageFor(
  device: NativePackage['device'],
  platform = `${process.platform}-${process.arch}`,
): NativePackage | null {
  return packages.find((one) => one.device === device && one.platform === platform) ?? null;
}

/** Bytes to fetch, all wheels together. */
export function downloadBytesOf({ wheels }: NativePackage): number {
  return wheels.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
