package podo.reservation.booking.ticket.wallet;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The vendors' keys. A wallet without any of its settings is not offered; one with only some of them keeps the service from starting. */
@ConfigurationProperties("podo.wallet")
record WalletSettings(
        @DefaultValue Google google, @DefaultValue Apple apple) {

    /**
     * @param issuerId of the Google Wallet console
     * @param serviceAccount the key of a service account of that issuer: the JSON file of the Google Cloud console, or where it is
     */
    record Google(
            @DefaultValue("") String issuerId,
            @DefaultValue("") String serviceAccount) {

        boolean isComplete() {
            return WalletSettings.isComplete("podo.wallet.google", issuerId, serviceAccount);
        }

        @Override
        public String toString() {
            return "Google[issuerId=" + issuerId + "]";
        }
    }

    /**
     * Certificates and key are in PEM, or where that is.
     *
     * @param passType identifier of the kind of passes, such as {@code pass.example.tickets}
     * @param team identifier of the developer team
     * @param organisation who issues the passes, as phones show it
     * @param certificate of the kind of passes
     * @param privateKey of the certificate
     * @param authority Apple's intermediate certificate (Worldwide Developer Relations) that issued the certificate
     */
    record Apple(
            @DefaultValue("") String passType,
            @DefaultValue("") String team,
            @DefaultValue("podo") String organisation,
            @DefaultValue("") String certificate,
            @DefaultValue("") String privateKey,
            @DefaultValue("") String authority) {

        boolean isComplete() {
            return WalletSettings.isComplete("podo.wallet.apple", passType, team, certificate, privateKey, authority);
        }

        @Override
        public String toString() {
            return "Apple[passType=" + passType + ", team=" + team + "]";
        }
    }

    /** False when none of them is set. Throws when only some are. */
    private static boolean isComplete(String name, String... values) {
        long set = Stream.of(values).filter(value -> !value.isBlank()).count();
        if (set > 0 && set < values.length) {
            throw new IllegalStateException("Only some settings of " + name + " are there: "
                    + List.of(values).size() + " are needed, " + set + " are set");
        }
        return set > 0;
    }
}
