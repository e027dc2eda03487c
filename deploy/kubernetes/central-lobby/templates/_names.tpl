{{/* The three services, with what is fixed about each. "key" names its part of the values. */}}
{{- define "central-lobby.services" -}}
letter-service: { key: letterService, port: 8080, tmp: { medium: Memory, sizeLimit: 64Mi } }
mp-lookup-service: { key: mpLookupService, port: 8081, tmp: { sizeLimit: 6Gi } }
mail-service: { key: mailService, port: 8082, tmp: { medium: Memory, sizeLimit: 64Mi } }
{{- end }}

{{/* The name of an object: NAME or RELEASE-NAME. Takes (dict "root" $ "name" NAME). */}}
{{- define "central-lobby.name" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "central-lobby.selector" -}}
app.kubernetes.io/name: central-lobby
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "central-lobby.labels" -}}
{{ include "central-lobby.selector" . }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "central-lobby.image" -}}
{{ .root.Values.image.registry }}/{{ .name }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{/* What a pod may do: as little as can be. */}}
{{- define "central-lobby.pod-security" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "central-lobby.container-security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* The environment of a service, the same for its pods and its migration. Secrets are files, not here. */}}
{{- define "central-lobby.environment" -}}
{{- $values := .root.Values }}
{{- $database := get $values.databases .service.key }}
{{- $environment := dict
      "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS" "/etc/central-lobby/secrets"
      "HTTP_PORT" (toString .service.port)
      "DATABASE_URL" (required (printf "databases.%s.url is required" .service.key) $database.url)
      "DATABASE_USER" $database.user
      "KAFKA_BOOTSTRAP_SERVERS" (required "kafka.bootstrapServers is required" $values.kafka.bootstrapServers) }}
{{- $_ := set $environment "LOG_JSON" "true" }}
{{- if $values.tracing.enabled }}
{{- $_ := set $environment "OTEL_SDK_DISABLED" "false" }}
{{- $_ := set $environment "OTEL_EXPORTER_OTLP_ENDPOINT" $values.tracing.endpoint }}
{{- $_ := set $environment "OTEL_TRACES_SAMPLER_ARG" (toString $values.tracing.share) }}
{{- end }}
{{- if $values.kafka.caSecret }}
{{- $_ := set $environment "KAFKA_SECURITY_PROTOCOL" "SSL" }}
{{- $_ := set $environment "KAFKA_SSL_TRUSTSTORE_TYPE" "PEM" }}
{{- $_ := set $environment "KAFKA_SSL_TRUSTSTORE_LOCATION" "/etc/central-lobby/kafka/ca.crt" }}
{{- end }}
{{- if $values.kafka.userSecret }}
{{- $_ := set $environment "KAFKA_SASL_MECHANISM" "SCRAM-SHA-512" }}
{{- $_ := set $environment "KAFKA_SECURITY_PROTOCOL" (ternary "SASL_SSL" "SASL_PLAINTEXT" (not (empty $values.kafka.caSecret))) }}
{{- end }}
{{- if eq .name "letter-service" }}
{{- $_ := set $environment "INSTALLATION_PUBLIC_URL" (printf "https://%s" (required "hosts.public is required" $values.hosts.public)) }}
{{- $_ := set $environment "MP_LOOKUP_URL" (printf "http://%s:8081" (include "central-lobby.name" (dict "root" .root "name" "mp-lookup-service"))) }}
{{- if $values.ingress.enabled }}
{{- $_ := set $environment "HTTP_TRUSTED_PROXIES" (required "ingress.trustedProxies is required" $values.ingress.trustedProxies) }}
{{- end }}
{{- end }}
{{- if eq .name "mail-service" }}
{{- $mail := $values.mail }}
{{- $_ := set $environment "MAIL_ENVIRONMENT" $mail.environment }}
{{- $_ := set $environment "SAFETY_ALLOWED_RECIPIENTS" $mail.allowedRecipients }}
{{- $_ := set $environment "SMTP_HOST" (required "mail.relay.host is required" $mail.relay.host) }}
{{- $_ := set $environment "SMTP_PORT" (toString $mail.relay.port) }}
{{- $_ := set $environment "SMTP_USER" $mail.relay.user }}
{{- $_ := set $environment "SMTP_TLS" $mail.relay.tls }}
{{- $_ := set $environment "SMTP_CONNECTIONS" (toString $mail.relay.connections) }}
{{- $_ := set $environment "SMTP_HOURLY_CEILING" (toString $mail.relay.hourlyCeiling) }}
{{- $_ := set $environment "SMTP_FROM_ADDRESS" (required "mail.fromAddress is required" $mail.fromAddress) }}
{{- $_ := set $environment "SMTP_EHLO_NAME" (required "hosts.mail is required" $values.hosts.mail) }}
{{- $_ := set $environment "IDENTITY_PUBLIC_URL" (printf "https://%s" $values.hosts.mail) }}
{{- $_ := set $environment "IDENTITY_BOUNCE_DOMAIN" (required "mail.bounceDomain is required" $mail.bounceDomain) }}
{{- $_ := set $environment "IDENTITY_MX_HOST" $values.hosts.mail }}
{{- $_ := set $environment "IDENTITY_DKIM_RSA_KEY_FILE" "/etc/central-lobby/secrets/dkim-rsa.pem" }}
{{- $_ := set $environment "IDENTITY_DKIM_RSA_SELECTOR" $mail.dkim.rsaSelector }}
{{- $_ := set $environment "IDENTITY_DKIM_ED25519_KEY_FILE" "/etc/central-lobby/secrets/dkim-ed25519.pem" }}
{{- $_ := set $environment "IDENTITY_DKIM_ED25519_SELECTOR" $mail.dkim.ed25519Selector }}
{{- if $mail.bounceListener.enabled }}
{{- $_ := set $environment "BOUNCE_SMTP_PORT" "2525" }}
{{- $_ := set $environment "BOUNCE_SMTP_HOST_NAME" $values.hosts.mail }}
{{- end }}
{{- end }}
{{- $environment = merge (dict) .extra (get $values .service.key).environment $environment }}
{{- range $name, $value := $environment }}
- { name: {{ $name }}, value: {{ toString $value | quote }} }
{{- end }}
{{- end }}

{{- define "central-lobby.mounts" -}}
- { name: secrets, mountPath: /etc/central-lobby/secrets, readOnly: true }
- { name: tmp, mountPath: /tmp }
{{- if .root.Values.kafka.caSecret }}
- { name: kafka, mountPath: /etc/central-lobby/kafka, readOnly: true }
{{- end }}
{{- end }}

{{- define "central-lobby.volumes" -}}
{{- $values := .root.Values }}
{{- $password := (get $values.databases .service.key).passwordSecret }}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      - secret: { name: {{ get $values.secrets .service.key }} }
      - secret:
          name: {{ required (printf "databases.%s.passwordSecret.name is required" .service.key) $password.name }}
          items: [{ key: {{ $password.key }}, path: DATABASE_PASSWORD }]
      {{- with $values.kafka.userSecret }}
      - secret:
          name: {{ . }}
          items: [{ key: sasl.jaas.config, path: kafka.sasl.jaas.config }]
      {{- end }}
- name: tmp
  emptyDir: {{ toJson .service.tmp }}
{{- with $values.kafka.caSecret }}
- name: kafka
  secret: { secretName: {{ . }}, items: [{ key: ca.crt, path: ca.crt }] }
{{- end }}
{{- end }}

{{- define "central-lobby.placement" -}}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .root.Values.nodeSelector }}
nodeSelector: {{ toJson . }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{ toJson . }}
{{- end }}
{{- with .root.Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}
