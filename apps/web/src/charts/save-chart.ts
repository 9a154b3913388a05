/** The picture as a file of its own. */
export function svgText(chart: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(chart)}`;
}

export function saveSvg(chart: SVGSVGElement, name: string): void {
  save(new Blob([svgText(chart)], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** Draws the picture at twice its size on paper colour. */
export async function savePng(chart: SVGSVGElement, name: string, paper: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svgText(chart)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = chart.width.baseVal.value * 2;
    canvas.height = chart.height.baseVal.value * 2;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('the browser gives no canvas');
    pen.fillStyle = paper;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (picture === null) throw new Error('the picture could not be written');
    save(picture, `${name}.png`);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
