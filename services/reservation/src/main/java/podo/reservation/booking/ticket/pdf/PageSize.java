package podo.reservation.booking.ticket.pdf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sizes of pages, in points of 1/72 inch: A4 for a printer, and one that fills the screen of a phone. */
public enum PageSize {
    A4(595, 842, 56, 1),
    PHONE(320, 756, 20, 0.85);

    static final double QR_SIZE = 240;

    final int width;
    final int height;
    final double margin;

    /** Of letters and gaps. */
    final double scale;

    PageSize(int width, int height, double margin, double scale) {
        this.width = width;
        this.height = height;
        this.margin = margin;
        this.scale = scale;
    }

    /** As it stands in an address: {@code a4}, {@code phone}. */
    public static Optional<PageSize> of(String word) {
        return Arrays.stream(values()).filter(size -> size.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
