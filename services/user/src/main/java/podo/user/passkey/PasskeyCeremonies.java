package podo.user.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import podo.user.account.Profile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The two ceremonies of WebAuthn. Each begins with a challenge, which is used once; keys are kept by the authenticator together with the
 * account's handle, and it asks its owner for a finger, a face or a PIN each time.
 */
@Component
public class PasskeyCeremonies {

    /**
     * What the authenticator is asked.
     *
     * @param ceremony names the challenge in the call that brings the answer
     * @param publicKey the options of {@code navigator.credentials}, binary values in Base64URL
     */
    public record Question(String ceremony, JsonNode publicKey) {}

    private static final Logger log = LoggerFactory.getLogger(PasskeyCeremonies.class);
    private static final String LOG_IN = "log-in";

    private final WebAuthnRelyingPartyOperations relyingParty;
    private final PublicKeyCredentialRpEntity site;
    private final PasskeyOwners owners;
    private final StoredCredentials credentials;
    private final Challenges challenges;
    private final CredentialReader reader;
    private final PasskeySettings settings;

    PasskeyCeremonies(
            WebAuthnRelyingPartyOperations relyingParty,
            PublicKeyCredentialRpEntity site,
            PasskeyOwners owners,
            StoredCredentials credentials,
            Challenges challenges,
            CredentialReader reader,
            PasskeySettings settings) {
        this.relyingParty = relyingParty;
        this.site = site;
        this.owners = owners;
        this.credentials = credentials;
        this.challenges = challenges;
        this.reader = reader;
        this.settings = settings;
    }

    /** Names no account: whoever asks learns nothing. */
    public Question beginLogIn() {
        Bytes challenge = Bytes.random();
        return new Question(challenges.keep(challenge, LOG_IN), reader.write(requestOptions(challenge)));
    }

    /** The number of the account whose key this is. Throws {@link PasskeyRefused}. */
    public long endLogIn(String ceremony, JsonNode answer) {
        Bytes challenge = challenges.take(ceremony, LOG_IN).orElseThrow(PasskeyRefused::new);
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> assertion = reader.assertion(answer);
            PublicKeyCredentialUserEntity owner = relyingParty.authenticate(
                    new RelyingPartyAuthenticationRequest(requestOptions(challenge), assertion));
            if (!owner.getId().equals(assertion.getResponse().getUserHandle())) {
                throw new IllegalArgumentException("the key is not of the account that the authenticator names");
            }
            return Long.parseLong(owner.getName());
        } catch (IllegalArgumentException | WebAuthnException | JacksonException e) {
            log.info("Passkey refused: {}", e.getClass().getSimpleName());
            throw new PasskeyRefused();
        }
    }

    Question beginAdding(Profile account) {
        Bytes challenge = Bytes.random();
        return new Question(
                challenges.keep(challenge, purposeOfAdding(account)),
                reader.write(creationOptions(account, challenge)));
    }

    /** The challenge of {@link #beginAdding}, which is used up by this; throws {@link PasskeyRefused}. */
    Bytes takeForAdding(Profile account, String ceremony) {
        return challenges.take(ceremony, purposeOfAdding(account)).orElseThrow(PasskeyRefused::new);
    }

    /** Within its caller's transaction. Throws {@link PasskeyRefused}, also for a key that some account has already. */
    void endAdding(Profile account, Bytes challenge, String name, JsonNode answer) {
        try {
            relyingParty.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    creationOptions(account, challenge), new RelyingPartyPublicKey(reader.attestation(answer), name)));
        } catch (IllegalArgumentException | WebAuthnException | JacksonException | DataIntegrityViolationException e) {
            log.info("New passkey refused: {}", e.getClass().getSimpleName());
            throw new PasskeyRefused();
        }
    }

    private static String purposeOfAdding(Profile account) {
        return "add-" + account.id();
    }

    private PublicKeyCredentialRequestOptions requestOptions(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(site.getId())
                .timeout(settings.challengeLife())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    private PublicKeyCredentialCreationOptions creationOptions(Profile account, Bytes challenge) {
        Bytes handle = owners.handleOf(account.id());
        return PublicKeyCredentialCreationOptions.builder()
                .rp(site)
                .user(ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle)
                        .name(account.email())
                        .displayName(account.name())
                        .build())
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(settings.challengeLife())
                .attestation(AttestationConveyancePreference.NONE)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .excludeCredentials(known(handle))
                .build();
    }

    /** So that one authenticator does not make two keys for one account. */
    private List<PublicKeyCredentialDescriptor> known(Bytes handle) {
        return credentials.findByUserId(handle).stream().map(this::descriptor).toList();
    }

    private PublicKeyCredentialDescriptor descriptor(CredentialRecord credential) {
        return PublicKeyCredentialDescriptor.builder()
                .id(credential.getCredentialId())
                .transports(credential.getTransports())
                .build();
    }
}
