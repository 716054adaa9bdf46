/** The drawer under the canvas: tabs Problems, Code and Summary. */
export function Drawer() {
  return null;
}
