package podo.user.passkey;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import podo.starter.edge.PublicUrl;

/** Spring Security's relying party, for the public URL unless the settings name other addresses. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

    @Bean
    PublicKeyCredentialRpEntity relyingParty(PasskeySettings settings, PublicUrl site) {
        String id = settings.rpId().isBlank() ? site.host() : settings.rpId();
        return PublicKeyCredentialRpEntity.builder().id(id).name("Podo").build();
    }

    @Bean
    WebAuthnRelyingPartyOperations relyingPartyOperations(
            PasskeyOwners owners,
            StoredCredentials credentials,
            PublicKeyCredentialRpEntity relyingParty,
            PasskeySettings settings,
            PublicUrl site) {
        Set<String> origins = settings.origins().isEmpty() ? Set.of(site.address("")) : Set.copyOf(settings.origins());
        return new Webauthn4JRelyingPartyOperations(owners, credentials, relyingParty, origins);
    }
}
