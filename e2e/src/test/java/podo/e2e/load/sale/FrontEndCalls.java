package podo.e2e.load.sale;

import podo.e2e.Api;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;

/** Calls of the inventory as the front end makes them for a fan who chooses seats on its page; the gateway would drop the header that says so. */
final class FrontEndCalls {

    private FrontEndCalls() {}

    /** With the front end's certificate and the fan's own token; by the gateway where all services are one process. */
    static Api of(Api fan) {
        return StackProcesses.isRunning("inventory")
                ? new Api(StackProcesses.address("inventory"), fan.headers(), StackClients.as("web-frontend"))
                        .with("X-Podo-Page", "1")
                : fan;
    }
}
