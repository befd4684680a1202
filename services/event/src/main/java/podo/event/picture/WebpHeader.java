package podo.event.picture;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * The size of the frame that a WebP file has within. The outer header of an extended file may say another one, and the decoder works as long as the frame
 * is large.
 */
record WebpHeader(int width, int height, boolean moves, boolean isWhole) {

    private static final int MOST_CHUNKS = 100;
    private static final int LENGTH = 4;
    private static final int FIRST_CHUNK = 12;
    private static final int SIMPLE = fourLetters("VP8 ");
    private static final int LOSSLESS = fourLetters("VP8L");
    private static final int EXTENDED = fourLetters("VP8X");
    private static final int ANIMATION = 2;

    /** Width and height are 0 when there is no frame; the decoder makes up what is missing at the end. */
    static WebpHeader read(ImageInputStream in) throws IOException {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(LENGTH);
        boolean isWhole = in.readUnsignedInt() + LENGTH + 4 <= in.length();
        in.seek(FIRST_CHUNK);
        boolean moves = false;
        int width = 0;
        int height = 0;
        for (int i = 0; i < MOST_CHUNKS; i++) {
            int type = nextType(in);
            if (type == 0) {
                break;
            }
            long length = in.readUnsignedInt();
            long start = in.getStreamPosition();
            if (type == EXTENDED) {
                moves |= (in.readUnsignedByte() & ANIMATION) != 0;
            } else if (type == SIMPLE) {
                in.seek(start + 6);
                width = Math.max(width, in.readUnsignedShort() & 0x3fff);
                height = Math.max(height, in.readUnsignedShort() & 0x3fff);
            } else if (type == LOSSLESS) {
                in.seek(start + 1);
                int sizes = in.readInt();
                width = Math.max(width, (sizes & 0x3fff) + 1);
                height = Math.max(height, (sizes >>> 14 & 0x3fff) + 1);
            }
            isWhole &= start + length <= in.length();
            in.seek(start + length + (length & 1));
        }
        return new WebpHeader(width, height, moves, isWhole);
    }

    private static int nextType(ImageInputStream in) throws IOException {
        int type = 0;
        for (int i = 0; i < 4; i++) {
            int letter = in.read();
            if (letter < 0) {
                return 0;
            }
            type |= letter << 8 * i;
        }
        return type;
    }

    private static int fourLetters(String letters) {
        return letters.charAt(0) | letters.charAt(1) << 8 | letters.charAt(2) << 16 | letters.charAt(3) << 24;
    }
}
