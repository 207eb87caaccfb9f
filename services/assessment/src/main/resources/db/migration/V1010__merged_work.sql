-- Who was merged attested, claimed and judged as the survivor: found when two people turn out to be one.
create index evidence_submitter on evidence (tenant_id, submitted_by) where submitted_by is not null;
create index assessment_case_first_judge on assessment_case (tenant_id, first_judge) where first_judge is not null;
