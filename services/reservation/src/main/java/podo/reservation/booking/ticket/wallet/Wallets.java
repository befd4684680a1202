package podo.reservation.booking.ticket.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import podo.reservation.booking.ticket.face.TicketFace;

/** The wallets that tickets can be put into here. */
public class Wallets {

    /** Name of the wallet in the API. */
    public static final String GOOGLE = "GOOGLE";

    /** Likewise. */
    public static final String APPLE = "APPLE";

    private final Optional<GoogleWallet> google;
    private final Optional<AppleWallet> apple;
    private final List<String> offered;

    Wallets(Optional<GoogleWallet> google, Optional<AppleWallet> apple) {
        this.google = google;
        this.apple = apple;
        List<String> names = new ArrayList<>();
        apple.ifPresent(configured -> names.add(APPLE));
        google.ifPresent(configured -> names.add(GOOGLE));
        this.offered = List.copyOf(names);
    }

    /** Names of the wallets whose keys are configured. */
    public List<String> offered() {
        return offered;
    }

    /** The address that saves the ticket to Google Wallet; empty where that is not configured. */
    public Optional<String> googleLink(TicketFace ticket, Locale language) {
        return google.map(wallet -> wallet.link(ticket, language));
    }

    /** The ticket as a file for Apple Wallet; empty where that is not configured. */
    public Optional<byte[]> applePass(TicketFace ticket, Locale language) {
        return apple.map(wallet -> wallet.pass(ticket, language));
    }
}
