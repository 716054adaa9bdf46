"""Plain operations as layers. Axes are counted with the batch, which is axis 0."""

import keras
from keras import ops


def register(cls):
    return keras.saving.register_keras_serializable("custom_layers")(cls)


@register
class Slice(keras.layers.Layer):
    """A part of one axis, from `start` to before `end`; negative numbers count from the end."""

    def __init__(self, axis=1, start=0, end=None, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.start = start
        self.end = end

    def call(self, inputs):
        part = [slice(None)] * len(inputs.shape)
        part[self.axis] = slice(self.start, self.end)
        return inputs[tuple(part)]

    def get_config(self):
        config = {"axis": self.axis, "start": self.start, "end": self.end}
        return {**super().get_config(), **config}


@register
class Split(keras.layers.Layer):
    """Equal parts of one axis, each an output of its own."""

    def __init__(self, parts=2, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.parts = parts
        self.axis = axis

    def call(self, inputs):
        return list(ops.split(inputs, self.parts, axis=self.axis))

    def get_config(self):
        return {**super().get_config(), "parts": self.parts, "axis": self.axis}


@register
class Stack(keras.layers.Layer):
    """Inputs of one shape along a new axis."""

    def __init__(self, axis=1, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def call(self, inputs):
        return ops.stack(inputs, axis=self.axis)

    def get_config(self):
        return {**super().get_config(), "axis": self.axis}


@register
class MatMul(keras.layers.Layer):
    """The product of two matrices for each example."""

    def __init__(self, transpose_a=False, transpose_b=False, **kwargs):
        super().__init__(**kwargs)
        self.transpose_a = transpose_a
        self.transpose_b = transpose_b

    def call(self, inputs):
        first, second = inputs
        first = ops.swapaxes(first, -2, -1) if self.transpose_a else first
        second = ops.swapaxes(second, -2, -1) if self.transpose_b else second
        return ops.matmul(first, second)

    def get_config(self):
        config = {"transpose_a": self.transpose_a, "transpose_b": self.transpose_b}
        return {**super().get_config(), **config}


@register
class Reduce(keras.layers.Layer):
    """One number in place of those along some axes."""

    def __init__(self, operation="mean", axes=(1,), keep_dims=False, **kwargs):
        super().__init__(**kwargs)
        self.operation = operation
        self.axes = tuple(axes)
        self.keep_dims = keep_dims

    def call(self, inputs):
        reduce = {"mean": ops.mean, "sum": ops.sum, "max": ops.max, "min": ops.min}
        return reduce[self.operation](inputs, axis=self.axes, keepdims=self.keep_dims)

    def get_config(self):
        config = {"operation": self.operation, "axes": self.axes, "keep_dims": self.keep_dims}
        return {**super().get_config(), **config}


@register
class Gather(keras.layers.Layer):
    """The chosen places of one axis, in the order given."""

    def __init__(self, indices=(0,), axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.indices = tuple(indices)
        self.axis = axis

    def call(self, inputs):
        return ops.take(inputs, self.indices, axis=self.axis)

    def get_config(self):
        return {**super().get_config(), "indices": self.indices, "axis": self.axis}
