package podo.e2e.load.sale;

import java.io.Serial;

/** The sale cannot begin as it was asked for; the message tells the caller what to change. */
final class InvalidSaleOption extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidSaleOption(String message) {
        super(message);
    }
}
