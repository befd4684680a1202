package podo.reservation.booking.ticket.wallet;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs files by PKCS #7 (CMS, RFC 5652) without repeating them: with the time, the signer's certificate and the one of its authority. */
final class DetachedSigner {

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate authority;
    private final Clock clock;

    DetachedSigner(PrivateKey key, X509Certificate certificate, X509Certificate authority, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.authority = authority;
        this.clock = clock;
    }

    byte[] sign(byte[] content) {
        try {
            String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(key);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(time())))
                    .build(signer, certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate, authority)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (OperatorCreationException | CertificateEncodingException | CMSException | IOException e) {
            throw new IllegalStateException("The pass could not be signed", e);
        }
    }

    private ASN1EncodableVector time() {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        Time now = new Time(Date.from(clock.instant()));
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(now)));
        return attributes;
    }
}
