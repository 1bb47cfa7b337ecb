/** The mark: a business card with a folded corner whose fold is a V. */
import markUrl from '#assets/mark.svg';

export function Mark({ size }: { size: number }) {
  return <img src={markUrl} width={size} height={size} alt="" aria-hidden draggable={false} />;
}
