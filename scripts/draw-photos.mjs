/**
 * Draws the pictures of the sample volume, 16 for the plates and 4 for the text, and the one of the new volume that
 * `nianjian init` writes. They are drawings, not photographs,
 * so the sample carries no one's rights. A rerun writes the same bytes.
 *
 *     node scripts/draw-photos.mjs [FOLDER]      FOLDER: the pictures of the sample alone, into another volume folder
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beacon } from './draw/beacon.mjs';
import { industries } from './draw/chart.mjs';
import { climate, waterUse } from './draw/climate.mjs';
import { strawGrid } from './draw/desert.mjs';
import { reservoir } from './draw/gorge.mjs';
import {
  flowerSea,
  lavenderMill,
  shelterbelt,
  snowMountains,
  vegetables,
  wetland,
  windFarm,
} from './draw/landscapes.mjs';
import { openPit } from './draw/open-pit.mjs';
import { school, street, village } from './draw/towns.mjs';
import { greenhouses, smelter, solarField } from './draw/works.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const SAMPLE = path.join(root, 'manuscripts/2022');
const TEMPLATE = path.join(root, 'templates/volume');
const folder = process.argv[2];

/**
 * File, scene, the scene's own size, dots across. At 300 an inch the 180 mm of a plate need 2126, the 170 mm of the
 * type area 2008, a page with its bleed (216 × 291 mm) 2551 × 3437.
 */
const PICTURES = [
  ['01-卷首/photos/01.jpg', snowMountains, 2600, 1182, 2600],
  ['01-卷首/photos/02.jpg', windFarm, 2400, 1600, 2200],
  ['01-卷首/photos/03.jpg', wetland, 2400, 1800, 2200],
  ['01-卷首/photos/04.jpg', shelterbelt, 1950, 2600, 2600],
  ['01-卷首/photos/05.jpg', reservoir, 2600, 1040, 2600],
  ['01-卷首/photos/06.jpg', strawGrid, 2400, 1600, 2200],
  ['01-卷首/photos/07.jpg', beacon, 1950, 2600, 2200],
  ['01-卷首/photos/08.jpg', flowerSea, 2400, 1600, 2200],
  ['01-卷首/photos/09.jpg', street, 2400, 1600, 2200],
  ['01-卷首/photos/10.jpg', school, 2400, 1600, 2200],
  ['01-卷首/photos/11.jpg', village, 2200, 2200, 2200],
  ['01-卷首/photos/12.jpg', vegetables, 2400, 1800, 2200],
  ['01-卷首/photos/13.jpg', greenhouses, 2400, 1600, 2200],
  ['01-卷首/photos/14.jpg', solarField, 2600, 1182, 2600],
  ['01-卷首/photos/15.jpg', smelter, 2400, 1600, 2200],
  ['01-卷首/photos/16.jpg', openPit, 2600, 1180, 2600],
  ['04-区情概览/photos/01.jpg', climate, 2100, 1260, 2100],
  ['04-区情概览/photos/02.jpg', industries, 2100, 1400, 2100],
  ['13-农业/photos/01.jpg', waterUse, 2100, 760, 2100],
  ['19-文化旅游/photos/01.jpg', lavenderMill, 2100, 1575, 2050],
];

const PLACES = folder
  ? [[path.resolve(folder), PICTURES]]
  : [
      [SAMPLE, PICTURES],
      [TEMPLATE, [['01-卷首/photos/01.jpg', snowMountains, 2600, 1182, 2200]]],
    ];

/** Quality 69, less where a busy picture would weigh more than this for each million of its dots. */
const HEAVIEST = 44 * 1024;

async function press(svg, across) {
  const drawn = await sharp(Buffer.from(svg), { unlimited: true })
    .resize(across)
    .flatten({ background: '#ffffff' })
    .withMetadata({ density: 300 })
    .png({ compressionLevel: 1 })
    .toBuffer();
  for (let quality = 69; ; quality -= 3) {
    const jpeg = await sharp(drawn)
      .withMetadata({ density: 300 })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = jpeg.info;
    if (jpeg.data.length <= (HEAVIEST * width * height) / 1e6 || quality <= 54) return { ...jpeg, quality };
  }
}

let total = 0;
for (const [volume, pictures] of PLACES) {
  for (const [file, scene, width, height, across] of pictures) {
    const target = path.join(volume, file);
    await mkdir(path.dirname(target), { recursive: true });
    const { data, info, quality } = await press(scene(width, height), across);
    await writeFile(target, data);
    total += data.length;
    console.log(`${file}  ${info.width}×${info.height}  ${Math.round(data.length / 1024)} KB  q${quality}`);
  }
}
const count = PLACES.reduce((sum, [, pictures]) => sum + pictures.length, 0);
console.log(`${count} 幅，共 ${Math.round(total / 1024)} KB`);
