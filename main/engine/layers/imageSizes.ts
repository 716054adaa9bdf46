import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type SizeArgs = LayerArgs & { readonly height: number; readonly width: number };
type ResizingArgs = SizeArgs & {
  readonly interpolation: string;
  readonly cropToAspectRatio: boolean;
};

// tfjs's own layers place pixels by their corners and tell wrong shapes, and the gradient of its resizing disagrees with it.
// Here a new size is a product with a matrix. Import this file before a saved model with such a layer is loaded.

/** An image of another size. */
abstract class ImageSize extends tf.layers.Layer {
  protected readonly height: number;
  protected readonly width: number;

  constructor(args: SizeArgs) {
    super(args);
    this.height = args.height;
    this.width = args.width;
    this.inputSpec = [new tf.InputSpec({ ndim: 4 })];
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, , , channels = null] = inputShape as tf.Shape;
    return [batch, this.height, this.width, channels];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('The layer needs an input.');
      return this.change(input);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), height: this.height, width: this.width };
  }

  protected abstract change(image: tf.Tensor): tf.Tensor;
}

/** The whole image, or as much of it as has the new proportions, in another size. */
class HalfPixelResizing extends ImageSize {
  static readonly className: string = 'HalfPixelResizing';
  private readonly interpolation: string;
  private readonly cropToAspectRatio: boolean;

  constructor(args: ResizingArgs) {
    super(args);
    this.interpolation = args.interpolation;
    this.cropToAspectRatio = args.cropToAspectRatio;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      interpolation: this.interpolation,
      cropToAspectRatio: this.cropToAspectRatio,
    };
  }

  protected override change(image: tf.Tensor): tf.Tensor {
    const whole = this.cropToAspectRatio ? inProportion(image, this.height, this.width) : image;
    return resize(whole, this.height, this.width, this.interpolation === 'nearest');
  }
}
tf.serialization.registerClass(HalfPixelResizing);

/** The middle of an image; what is too small is enlarged, without being stretched. */
class HalfPixelCenterCrop extends ImageSize {
  static readonly className: string = 'HalfPixelCenterCrop';

  protected override change(image: tf.Tensor): tf.Tensor {
    const [, height = 1, width = 1] = image.shape;
    return height >= this.height && width >= this.width
      ? middle(image, this.height, this.width)
      : resize(inProportion(image, this.height, this.width), this.height, this.width, false);
  }
}
tf.serialization.registerClass(HalfPixelCenterCrop);

/** As Keras's Resizing. */
export function resizing(args: ResizingArgs): tf.layers.Layer {
  return new HalfPixelResizing(args);
}

/** As Keras's CenterCrop. */
export function centerCrop(args: SizeArgs): tf.layers.Layer {
  return new HalfPixelCenterCrop(args);
}

/** The middle of this size. */
function middle(image: tf.Tensor, height: number, width: number): tf.Tensor {
  const [batch = 1, rows = 1, columns = 1, channels = 1] = image.shape;
  const top = Math.floor((rows - height) / 2);
  const left = Math.floor((columns - width) / 2);
  return tf.slice(image, [0, top, left, 0], [batch, height, width, channels]);
}

/** The largest middle with the proportions of this size. */
function inProportion(image: tf.Tensor, height: number, width: number): tf.Tensor {
  const [, rows = 1, columns = 1] = image.shape;
  const fitting = (own: number, wished: number) => Math.max(Math.min(own, Math.floor(wished)), 1);
  return middle(
    image,
    fitting(rows, (columns * height) / width),
    fitting(columns, (rows * width) / height),
  );
}

function resize(image: tf.Tensor, height: number, width: number, nearest: boolean): tf.Tensor {
  return stretch(stretch(image, 1, height, nearest), 2, width, nearest);
}

/** One axis in another length. */
function stretch(x: tf.Tensor, axis: number, length: number, nearest: boolean): tf.Tensor {
  const own = x.shape[axis] ?? 1;
  if (own === length) return x;
  // The axis becomes the last one, and goes back to its place afterwards.
  const order = [...x.shape.keys()].filter((each) => each !== axis);
  const turned = tf.transpose(x, [...order, axis]);
  const matrix = tf.tensor2d(shares(own, length, nearest));
  const product = tf.matMul(tf.reshape(turned, [-1, own]), matrix, false, true);
  const back = [...x.shape.keys()].map((each) => [...order, axis].indexOf(each));
  return tf.transpose(tf.reshape(product, [...turned.shape.slice(0, -1), length]), back);
}

/** How much of each old pixel goes into each new one: a row for each new pixel. Pixels lie at their middles. */
function shares(own: number, length: number, nearest: boolean): number[][] {
  return Array.from({ length }, (_, index) => {
    const row = new Array<number>(own).fill(0);
    const add = (place: number, share: number) => {
      const at = Math.min(Math.max(place, 0), own - 1);
      row[at] = (row[at] ?? 0) + share;
    };
    const middleOf = ((index + 0.5) * own) / length;
    if (nearest) {
      add(Math.floor(middleOf), 1);
    } else {
      const before = Math.floor(middleOf - 0.5);
      const share = middleOf - 0.5 - before;
      add(before, 1 - share);
      add(before + 1, share);
    }
    return row;
  });
}
