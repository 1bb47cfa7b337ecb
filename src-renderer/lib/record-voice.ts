/**
 * A voice memo while it is spoken: every second goes to the engine and is on the disk there, so whatever ends the window
 * or the program costs the last second at most.
 */
import { type AttachmentPlace, again } from './attachment-bytes.ts';
import { rpc } from './client.ts';
import { desktop } from './desktop.ts';

const SLICE_MS = 1_000;
/** In the order in which they are tried; speech needs no more than 32 kbit/s. */
const TYPES = [
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/ogg;codecs=opus', 'ogg'],
  ['audio/mp4', 'm4a'],
] as const;
const BITS_PER_SECOND = 32_000;

export interface VoiceRecording {
  readonly id: string;
  /** Milliseconds since it began. */
  elapsed(): number;
  /** How loud it is now, 0 to 1. */
  level(): number;
  /** Ends it; the bytes wait with the engine. Throws what kept the last of them from getting there. */
  stop(): Promise<{ id: string; duration: number; name: string }>;
  /** Ends it and forgets it. */
  cancel(): Promise<void>;
}

/** Throws `NotAllowedError` or `NotFoundError` (DOMException) where there is no microphone to be had. */
export async function recordVoice(
  id: string,
  place: AttachmentPlace,
  name: (ending: string) => string,
  onTrouble: (error: unknown) => void,
): Promise<VoiceRecording> {
  await desktop?.capture('microphone');
  try {
    return await begin(id, place, name, onTrouble);
  } catch (error) {
    void desktop?.capture(null);
    throw error;
  }
}

async function begin(
  id: string,
  place: AttachmentPlace,
  name: (ending: string) => string,
  onTrouble: (error: unknown) => void,
): Promise<VoiceRecording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const [type, ending] = TYPES.find(([each]) => MediaRecorder.isTypeSupported(each)) ?? TYPES[0];
  const called = name(ending);
  const meter = measure(stream);
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
  await rpc.attachments.begin({ ...place, id, name: called, recording: true });
  let sent = 0;
  let failure: unknown = null;
  /** Slices in their order, one after another. */
  let sending: Promise<void> = Promise.resolve();
  const beganAt = performance.now();
  let endedAt: number | null = null;

  recorder.addEventListener('dataavailable', ({ data }) => {
    sending = sending.then(async () => {
      if (data.size === 0 || failure !== null) return;
      const chunk = new File([data], 'slice');
      const offset = sent;
      sent = (await again(() => rpc.attachments.send({ id, offset, chunk }))).bytes;
    });
    sending = sending.catch((error: unknown) => {
      failure ??= error;
      onTrouble(error);
    });
  });
  recorder.start(SLICE_MS);

  const end = async () => {
    endedAt ??= performance.now();
    if (recorder.state !== 'inactive') {
      const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
      recorder.stop();
      await stopped;
    }
    for (const track of stream.getTracks()) track.stop();
    meter.close();
    void desktop?.capture(null);
    await sending;
  };
  const elapsed = () => Math.round((endedAt ?? performance.now()) - beganAt);
  return {
    id,
    elapsed,
    level: meter.level,
    async stop() {
      await end();
      await again(() => rpc.attachments.finish({ id }));
      return { id, duration: elapsed(), name: called };
    },
    async cancel() {
      await end();
      await rpc.attachments.discard({ id });
    },
  };
}

/** The loudness of what comes in (root mean square), so that one sees that something is heard. */
function measure(stream: MediaStream): { level(): number; close(): void } {
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  analyser.fftSize = 1024;
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return Math.min(1, Math.sqrt(power) * 4);
    },
    close: () => void audio.close(),
  };
}
