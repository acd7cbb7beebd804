import { Button } from './Button.tsx';

/** A part of a page that could not be fetched, in one line, with the way to ask again. A whole page has `ErrorState`. */
export function FailedLine(props: {
  readonly what: string;
  readonly tryAgain: string;
  readonly onTryAgain: () => void;
}) {
  return (
    <p role="alert">
      {props.what}.{' '}
      <Button size="small" onClick={props.onTryAgain}>
        {props.tryAgain}
      </Button>
    </p>
  );
}
