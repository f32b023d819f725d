import { useEffect, useState } from 'react';
import { useLab } from '../../app/lab-context.js';
import type { Atlas } from '../../models/atlas.js';
import { loadAtlas } from '../../models/load-atlas.js';

/** The atlas of the model on the desk; the last one while another is fetched. */
export function useAtlas(): Atlas | undefined {
  const { desk } = useLab();
  const [atlas, setAtlas] = useState<Atlas>();
  useEffect(() => {
    let isWanted = true;
    loadAtlas(desk.source, desk.loaded.corrections).then((loaded) => {
      if (isWanted && loaded !== undefined) setAtlas(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [desk]);
  return atlas;
}
