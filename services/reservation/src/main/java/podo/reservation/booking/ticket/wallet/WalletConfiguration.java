package podo.reservation.booking.ticket.wallet;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.starter.edge.PublicUrl;

/** The wallets whose keys are there. */
@Configuration(proxyBeanMethods = false)
class WalletConfiguration {

    @Bean
    Wallets wallets(
            WalletSettings settings,
            PublicUrl site,
            @Value("${podo.tickets.zone:Asia/Seoul}") ZoneId zone,
            Clock clock) {
        return new Wallets(
                Optional.of(settings.google())
                        .filter(WalletSettings.Google::isComplete)
                        .map(google -> new GoogleWallet(google, site.address("/"), zone, clock)),
                Optional.of(settings.apple())
                        .filter(WalletSettings.Apple::isComplete)
                        .map(apple -> new AppleWallet(apple, clock)));
    }
}
