package podo.gateway.exchange;

import java.io.IOException;

/** The caller's body broke off: no fault of the service that was to hear it. */
public class ClientDisconnected extends RuntimeException {

    ClientDisconnected(IOException cause) {
        super(null, cause, false, false);
    }
}
