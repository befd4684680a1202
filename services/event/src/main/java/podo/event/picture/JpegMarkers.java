package podo.event.picture;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * What of a JPEG file matters beside its pixels: which way up it is, and how many scans it has. Each scan goes through all pixels, so a small file with
 * thousands of them would take minutes.
 *
 * @param orientation of Exif, 1 to 8; 1 is upright, and stands for what is missing or odd
 * @param scans start markers, those of a preview in the file's metadata included
 */
record JpegMarkers(int orientation, int scans) {

    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int MOST_ENTRIES = 200;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    /** Reads the whole stream. */
    static JpegMarkers read(ImageInputStream in) throws IOException {
        int orientation = 0;
        int scans = 0;
        byte[] buffer = new byte[64 << 10];
        boolean inHeader = true;
        in.seek(2);
        while (inHeader) {
            if (in.read() != 0xff) {
                break;
            }
            int marker = in.read();
            if (marker == START_OF_SCAN) {
                scans++;
                inHeader = false;
            } else if (marker < 0 || marker == 0xd9) {
                break;
            } else if (marker != 0xff && marker != 1 && (marker < 0xd0 || marker > 0xd7)) {
                int length = Math.max(0, in.readUnsignedShort() - 2);
                long next = in.getStreamPosition() + length;
                if (marker == APP1 && orientation == 0) {
                    byte[] segment = new byte[length];
                    in.readFully(segment);
                    orientation = orientationOf(segment);
                }
                in.seek(next);
            } else if (marker == 0xff) {
                in.seek(in.getStreamPosition() - 1);
            }
        }
        boolean afterMark = false;
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                scans += afterMark && (buffer[i] & 0xff) == START_OF_SCAN ? 1 : 0;
                afterMark = (buffer[i] & 0xff) == 0xff;
            }
        }
        return new JpegMarkers(orientation == 0 ? 1 : orientation, scans);
    }

    /** 0 when the segment does not say. */
    private static int orientationOf(byte[] segment) {
        if (segment.length < 20 || !startsWithExif(segment)) {
            return 0;
        }
        boolean littleEndian = segment[6] == 'I';
        long directory = 6 + number(segment, 10, 4, littleEndian);
        if (directory + 2 > segment.length) {
            return 0;
        }
        int entries = (int) Math.min(MOST_ENTRIES, number(segment, (int) directory, 2, littleEndian));
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 2 + 12 * i;
            if (entry + 12 > segment.length) {
                return 0;
            }
            if (number(segment, entry, 2, littleEndian) == ORIENTATION_TAG
                    && number(segment, entry + 2, 2, littleEndian) == SHORT) {
                long value = number(segment, entry + 8, 2, littleEndian);
                return value >= 1 && value <= 8 ? (int) value : 0;
            }
        }
        return 0;
    }

    private static boolean startsWithExif(byte[] segment) {
        for (int i = 0; i < EXIF.length; i++) {
            if (segment[i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] bytes, int from, int length, boolean littleEndian) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | bytes[littleEndian ? from + length - 1 - i : from + i] & 0xff;
        }
        return number;
    }
}
