package podo.gateway.exchange;

import java.io.IOException;

/** Reading the client's request body failed; the failure does not count against the service. */
public class ClientDisconnected extends RuntimeException {

    ClientDisconnected(IOException cause) {
        super(null, cause, false, false);
    }
}
