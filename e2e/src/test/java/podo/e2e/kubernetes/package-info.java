/** The manifests of {@code stack/kubernetes}, checked without a cluster: against Kubernetes' own model, compose.yaml and the code. */
@NullMarked
package podo.e2e.kubernetes;

import org.jspecify.annotations.NullMarked;
