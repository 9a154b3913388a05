import { useCallback, useState } from 'react';
import { send, sendFile } from '../../api/send.js';
import type { WaitingFile } from './waiting-file.js';

export interface WaitingFiles {
  readonly files: readonly WaitingFile[];
  readonly add: (chosen: readonly File[]) => void;
  readonly remove: (key: string) => void;
  /** Forgets them: they belong to a load now. */
  readonly clear: () => void;
}

/** The files chosen for a load; each goes to the server as soon as it is chosen. */
export function useWaitingFiles(): WaitingFiles {
  const [files, setFiles] = useState<readonly WaitingFile[]>([]);
  const change = useCallback((key: string, next: Partial<WaitingFile>) => {
    setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...next } : file)));
  }, []);
  const add = useCallback(
    (chosen: readonly File[]) => {
      for (const file of chosen) {
        const key = crypto.randomUUID();
        const stop = new AbortController();
        const { name, size: bytes } = file;
        setFiles((before) => [...before, { key, name, bytes, sent: 0, upload: null, error: null, stop }]);
        sendFile(file, (sent) => change(key, { sent }), stop.signal).then(
          ({ upload }) => change(key, { upload, sent: bytes }),
          (error: unknown) => change(key, { error }),
        );
      }
    },
    [change],
  );
  const remove = useCallback((key: string) => {
    setFiles((before) => {
      const file = before.find((one) => one.key === key);
      file?.stop.abort();
      if (file?.upload != null) send('DELETE', `uploads/${file.upload}`).catch(() => undefined);
      return before.filter((one) => one !== file);
    });
  }, []);
  return { files, add, remove, clear: () => setFiles([]) };
}
