/** The Train step. */
export function TrainView() {
  return null;
}
