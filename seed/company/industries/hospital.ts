// A hospital: wards that never close, clinics, and those who keep them going.

import { adapted, executives, finance, hr, it, legal, marketing } from '../departments.ts';
import type { Industry } from '../industry.ts';
import { phrases } from '../phrases.ts';

export const hospital: Industry = {
  id: 'hospital',
  names: {
    first: phrases('Ashwood, Brookvale, Fernhill, Highcross, Lakeside, Northmoor, Riverbend, Stonebridge, Westhaven'),
    second: phrases('Hospital, Health, Medical Centre, Infirmary'),
    apart: true,
  },
  international: false,
  homeDays: 0.12,
  departments: [
    executives,
    adapted(finance, { share: 0.04 }),
    {
      kind: 'operations',
      name: 'Nursing',
      share: 0.36,
      shifts: true,
      onSite: true,
      teams: phrases(`
        Ward 1, Ward 2, Ward 3, Ward 4, Emergency, Intensive Care, Theatre, Recovery, Maternity, Paediatrics, Outpatients
      `),
      words: {
        titles: phrases('Director of Nursing, Registered Nurse, Charge Nurse, Midwife, Ward Clerk, Clinical Educator'),
        folders: phrases('Rosters, Procedures, Audits, Education, Handover'),
        files: phrases(`
          Ward roster, Handover sheet, Medication chart audit, Falls review, Bed status, Procedure, Competency record,
          Hand hygiene results, Equipment list, Discharge checklist
        `),
        sensitive: phrases(`
          Patient list, Incident investigation, Controlled drugs register, Complaint response, Staff health record, Duress
          codes, Mortality review
        `),
        subjects: phrases(`
          Shift to fill tonight, Roster swap, Bed available, Handover notes, Training day, Missing equipment, Visitor
          complaint, Discharge delayed, Stock of gloves
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Medicine',
      share: 0.14,
      shifts: true,
      onSite: true,
      teams: phrases('Cardiology, Surgery, General Medicine, Anaesthesia, Oncology, Orthopaedics, Emergency Medicine'),
      words: {
        titles: phrases('Medical Director, Consultant, Registrar, Resident Doctor, Clinic Secretary'),
        folders: phrases('Clinics, Letters, Guidelines, Meetings'),
        files: phrases(`
          Clinic letter, Theatre list, Guideline, Case presentation, On call roster, Referral, Audit slides, Clinic
          schedule, Research abstract
        `),
        sensitive: phrases(`
          Patient letters, Theatre list with names, Peer review, Adverse event report, Trial results, Coroner's report
        `),
        subjects: phrases(`
          Referral received, On call swap, Theatre list changed, Case for Thursday, Clinic overbooked, Guideline comment,
          Second opinion, Results back
        `),
      },
    },
    {
      kind: 'research',
      name: 'Pathology and Imaging',
      share: 0.09,
      onSite: true,
      teams: phrases('Blood Sciences, Microbiology, Radiology, Ultrasound, Histology'),
      words: {
        titles: phrases('Chief Scientist, Laboratory Scientist, Radiographer, Laboratory Assistant, Sonographer'),
        folders: phrases('Quality, Methods, Worklists, Equipment'),
        files: phrases(`
          Worklist, Quality control, Method sheet, Reagent stock, Analyser service, Turnaround report, Dose audit, Protocol
        `),
        sensitive: phrases('Results extract, Misdiagnosis review, Image archive export, Biobank register, Accreditation gaps'),
        subjects: phrases(`
          Analyser down, Urgent sample, Quality control failed, Reagents delayed, Protocol change, Report amended,
          Specimen unlabelled
        `),
      },
    },
    {
      kind: 'service',
      name: 'Patient Services',
      share: 0.1,
      onSite: true,
      teams: phrases('Admissions, Bookings, Medical Records, Switchboard, Patient Liaison'),
      words: {
        titles: phrases('Patient Services Manager, Admissions Clerk, Booking Clerk, Records Officer, Patient Liaison Officer'),
        folders: phrases('Admissions, Bookings, Complaints, Records'),
        files: phrases(`
          Waiting list, Appointment letter, Admission form, Records request, Bed census, Interpreter bookings, Call
          statistics
        `),
        sensitive: phrases('Patient identity list, Records release, Complaint file, Insurance details, Deceased register'),
        subjects: phrases(`
          Appointment moved, Records requested, Waiting list query, Interpreter needed, Admission tomorrow, Insurance
          question, Complaint from family
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Pharmacy',
      share: 0.03,
      onSite: true,
      teams: phrases('Dispensary, Clinical Pharmacy, Stores'),
      words: {
        titles: phrases('Chief Pharmacist, Pharmacist, Pharmacy Technician, Stores Officer'),
        folders: phrases('Formulary, Stock, Orders, Safety'),
        files: phrases('Formulary, Stock order, Shortage list, Drug alert, Price list, Usage report, Recall notice'),
        sensitive: phrases('Controlled drugs register, Supplier prices, Dispensing errors, Safe combination'),
        subjects: phrases('Drug shortage, Recall notice, Order for ward, Price change, Dose question, Stock take'),
      },
    },
    {
      kind: 'engineering',
      name: 'Facilities',
      share: 0.06,
      onSite: true,
      teams: phrases('Biomedical, Maintenance, Security, Cleaning'),
      words: {
        titles: phrases('Facilities Manager, Biomedical Engineer, Maintenance Officer, Security Officer'),
        folders: phrases('Maintenance, Equipment, Contracts, Plans'),
        files: phrases('Work order, Service report, Floor plan, Generator test, Asset list, Contractor roster, Key register'),
        sensitive: phrases('Access control plan, Camera positions, Medical gas drawings, Master key list'),
        subjects: phrases('Lift out of order, Generator test, Pump service, Key returned, Contractor on site, Water shutdown'),
      },
    },
    adapted(marketing, { name: 'Communications', share: 0.01 }),
    hr,
    adapted(legal, { name: 'Clinical Governance', share: 0.02 }),
    adapted(it, { name: 'Digital Health', share: 0.05 }),
  ],
  projects: phrases(`
    New wing, Electronic record, Theatre upgrade, Winter plan, Accreditation, Telehealth, Parking, Ward refurbishment
  `),
  sharedMailboxes: [
    { alias: 'admissions', displayName: 'Admissions', purpose: 'bookings', kind: 'service' },
    { alias: 'referrals', displayName: 'Referrals', purpose: 'referrals', kind: 'service', titles: ['Booking Clerk'] },
    { alias: 'rosters', displayName: 'Rosters', purpose: 'rosters', kind: 'operations', titles: ['Ward Clerk', 'Charge Nurse'] },
  ],
  partners: [
    { kind: 'supplier', second: ['Medical', 'Surgical', 'Pharma', 'Diagnostics', 'Imaging', 'Linen', 'Gases', 'Devices'] },
    { kind: 'customer', second: ['Insurance', 'Clinics', 'Practice', 'Care', 'Health Fund', 'Surgery'] },
  ],
  newsletters: phrases('clinical-update, nursing-weekly, pharmacy-alert, health-policy, device-recalls'),
};
