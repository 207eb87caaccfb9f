#!/bin/sh
# Creates the topics of contracts/asyncapi.yaml; a test holds the two together.
set -eu

bootstrap=kafka:9092

while read -r topic partitions settings; do
    configs=
    for setting in $settings; do
        configs="$configs --config $setting"
    done
    # shellcheck disable=SC2086 # one word for each option
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$bootstrap" --create --if-not-exists \
        --topic "$topic" --partitions "$partitions" --replication-factor 1 $configs
done <<TOPICS
touchstone.achievements 3 cleanup.policy=compact max.message.bytes=4194304
touchstone.assessment.dlq 1 cleanup.policy=compact max.message.bytes=4194304
touchstone.assessments 12 cleanup.policy=delete max.message.bytes=4194304 retention.bytes=-1 retention.ms=-1
touchstone.credential-issuance.dlq 1 cleanup.policy=compact max.message.bytes=4194304
touchstone.credentials 12 cleanup.policy=delete max.message.bytes=4194304 retention.bytes=-1 retention.ms=-1
touchstone.evidence 12 cleanup.policy=delete max.message.bytes=4194304 retention.bytes=-1 retention.ms=-1
touchstone.evidence-intake.dlq 1 cleanup.policy=compact max.message.bytes=4194304
touchstone.people 12 cleanup.policy=compact max.message.bytes=4194304
touchstone.skills-profile.dlq 1 cleanup.policy=compact max.message.bytes=4194304
TOPICS
