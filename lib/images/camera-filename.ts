const fileEnding = /\.(jpe?g|png|gif|webp|avif|tiff?|hei[cf]|svg|pdf|dng|nef|cr[23]|arw|psd|bmp)$/i

/** Names that cameras, telephones and screenshots give to their pictures. */
const cameraName =
  /^_?((IMG|DSC[A-Z]?|DCIM|PXL|MG|MVI|MVIMG|FB_IMG|GOPR|DJI|image|photo|bild|foto)[-_ ]?\(?\d[\d\s_()-]*(-?WA\d+)?|P\d{4,}|\d{8}_\d{6}.*|(screenshot|skärmavbild|skärmbild)[ _-][\d].*|WhatsApp Image \d.*)$/i

/** Whether the words are what a file is called. */
export const isFilename = (words: string): boolean => fileEnding.test(words) || cameraName.test(words)
