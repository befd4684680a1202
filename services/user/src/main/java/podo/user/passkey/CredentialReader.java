package podo.user.passkey;

import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of authenticators, and writes what they are asked. Throws IllegalArgumentException for what is not whole. */
@Component
class CredentialReader {

    private static final int LONGEST = 40_000;

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    JsonNode write(Object options) {
        return json.valueToTree(options);
    }

    PublicKeyCredential<AuthenticatorAssertionResponse> assertion(JsonNode credential) {
        return read(
                credential,
                AuthenticatorAssertionResponse.class,
                "clientDataJSON",
                "authenticatorData",
                "signature",
                "userHandle");
    }

    PublicKeyCredential<AuthenticatorAttestationResponse> attestation(JsonNode credential) {
        return read(credential, AuthenticatorAttestationResponse.class, "clientDataJSON", "attestationObject");
    }

    private <R extends AuthenticatorResponse> PublicKeyCredential<R> read(
            JsonNode credential, Class<R> response, String... members) {
        require(credential, "id", "rawId", "type");
        require(credential.path("response"), members);
        return json.treeToValue(
                credential, json.getTypeFactory().constructParametricType(PublicKeyCredential.class, response));
    }

    private static void require(JsonNode node, String... members) {
        for (String member : members) {
            JsonNode value = node.path(member);
            if (!value.isString()
                    || value.stringValue().isEmpty()
                    || value.stringValue().length() > LONGEST) {
                throw new IllegalArgumentException("without " + member);
            }
        }
    }
}
